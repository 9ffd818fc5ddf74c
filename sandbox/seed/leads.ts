import { customFieldsOf } from '../fields/fieldsOf.ts'
import type { CustomValue } from '../fields/types.ts'
import type { Lead } from '../records.ts'
import type { Seeding } from './context.ts'
import { flat } from './text.ts'
import { chance, noFields, none, someTime } from './context.ts'
import { combine, companyFirst, dealSubjects } from './names.ts'

const precise = (time: string) => flat(time.replace('Z', '.551Z'))
const visibilities = ['1', '3', '3', '3', '5', '7'] as const

export const seedLeads = ({ store, random, size, userIds }: Seeding) => {
  const [reference, , , discount, budget, source] = customFieldsOf(store, 'deal')
  const count = size.leads + size.archivedLeads
  for (let position = 0; position < count; position++) {
    const times = someTime(random, position, count)
    const owner_id = random.pick(userIds)
    const withPerson = position % 10 !== 3
    let custom_fields = noFields
    if (position % 10 === 0) {
      const custom: Record<string, CustomValue> = {}
      if (reference) custom[reference.code] = `LEAD-${position}`
      if (discount) custom[discount.code] = random.int(1000) / 10
      if (budget) custom[budget.code] = { value: random.int(100_000) / 100, currency: 'EUR' }
      if (source?.options) custom[source.code] = random.pick(source.options).id
      custom_fields = custom
    }
    const lead: Lead = {
      id: random.uuid(),
      title: flat(`${combine(position, dealSubjects, companyFirst).join(' at ')} lead`),
      owner_id,
      creator_id: owner_id,
      label_ids: chance(random, 40) ? [random.pick(store.leadLabels.all()).id] : none,
      person_id: withPerson ? 1 + (position % size.persons) : null,
      organization_id:
        !withPerson || position % 10 < 5 ? 1 + (position % size.organizations) : null,
      source_name: 'Manually created',
      origin: 'ManuallyCreated',
      origin_id: null,
      channel: null,
      channel_id: null,
      source_deal_id: null,
      // Spread over the list, so that neither kind sits at its end.
      is_archived:
        Math.floor(((position + 1) * size.archivedLeads) / count) >
        Math.floor((position * size.archivedLeads) / count),
      was_seen: chance(random, 60),
      value: chance(random, 70) ? { amount: random.int(5_000_000) / 100, currency: 'EUR' } : null,
      expected_close_date: chance(random, 40) ? `2025-0${1 + random.int(9)}-28` : null,
      next_activity_id: null,
      add_time: precise(times.add_time),
      update_time: precise(times.update_time),
      visible_to: random.pick(visibilities),
      is_deleted: false,
      deleted_at: null,
      custom_fields,
    }
    store.leads.set(lead)
  }
}
