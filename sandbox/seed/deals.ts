import { customFieldsOf } from '../fields/fieldsOf.ts'
import { labels } from '../fields/labels.ts'
import type { CustomValue, CustomValues } from '../fields/types.ts'
import type { Deal, Status } from '../records.ts'
import type { Seeding } from './context.ts'
import {
  chance,
  noFields,
  none,
  recently,
  someTime,
  usualDealFields,
  visibilities,
} from './context.ts'
import { combine, dealSubjects, firstNames, oddDeals } from './names.ts'
import { sampleValues } from './values.ts'

const currencies = ['EUR', 'EUR', 'EUR', 'USD', 'GBP', 'SEK'] as const
const statuses: readonly Status[] = ['open', 'open', 'open', 'open', 'won', 'won', 'lost']
const reasons = ['Price too high', 'No budget', 'Chose a competitor & left', '"Later"']

const customValues = ({ random, store, userIds }: Seeding): CustomValues => {
  const fields = customFieldsOf(store, 'deal')
  const values: Record<string, CustomValue> = sampleValues(store, fields.slice(usualDealFields), 1)
  for (const field of fields.slice(0, usualDealFields)) {
    if (chance(random, 40)) continue
    const value: CustomValue | undefined = {
      varchar: `REF-${random.int(10_000)}`,
      varchar_auto: 'Rival & Co',
      text: 'Needs a "demo"\nbefore signing',
      phone: '+44 20 7946 0000',
      double: random.int(10_000) / 100,
      monetary: { value: random.int(5_000_000) / 100, currency: 'EUR' },
      enum: field.options?.[random.int(field.options.length)]?.id,
      set: field.options?.slice(0, 1 + random.int(3)).map(option => option.id),
      user: random.pick(userIds),
      people: store.persons.get(1)?.id,
      org: store.organizations.get(1)?.id,
      date: '2025-06-30',
      daterange: { value: '2025-07-01', until: '2025-09-30' },
      time: { value: '09:15:00', timezone_id: 310, timezone_name: 'Europe/Tallinn' },
      timerange: {
        value: '09:00:00',
        until: '17:30:00',
        timezone_id: 310,
        timezone_name: 'Europe/Tallinn',
      },
      address: { value: 'Mustamäe tee 3a, Tallinn', locality: 'Tallinn', country: 'Estonia' },
    }[field.type]
    if (value !== undefined) values[field.code] = value
  }
  return values
}

const outcome = (status: Status, time: string, reason: string) => ({
  status,
  close_time: status === 'open' ? null : time,
  won_time: status === 'won' ? time : null,
  first_won_time: status === 'won' ? time : null,
  lost_time: status === 'lost' ? time : null,
  lost_reason: status === 'lost' ? reason : null,
})

/** Every tenth has no person, every tenth no organization, and some point at deleted ones. */
const links = (position: number, { size }: Seeding) => {
  const gone = position % 40 === 7
  const person = gone ? size.persons + (position % size.deletedPersons) : position % size.persons
  const organization = gone
    ? size.organizations + (position % size.deletedOrganizations)
    : position % size.organizations
  return {
    person_id: position % 10 === 3 ? null : person + 1,
    org_id: position % 10 === 4 ? null : organization + 1,
  }
}

export const seedDeals = (seeding: Seeding) => {
  const { store, random, size, userIds } = seeding
  const stages = store.stages.all()
  const count = size.deals + size.archivedDeals + size.deletedDeals
  for (let position = 0; position < count; position++) {
    const stage = random.pick(stages)
    const times = someTime(random, position, count)
    const archived = position >= size.deals && position < size.deals + size.archivedDeals
    const owner_id = random.pick(userIds)
    const deal: Deal = {
      id: position + 1,
      title: oddDeals[position] ?? combine(position, dealSubjects, firstNames).join(' for '),
      creator_user_id: owner_id,
      owner_id,
      value: random.int(10_000_000) / 100,
      ...links(position, seeding),
      stage_id: stage.id,
      pipeline_id: stage.pipeline_id,
      currency: random.pick(currencies),
      archive_time: archived ? times.update_time : null,
      ...times,
      stage_change_time: chance(random, 50) ? times.update_time : null,
      ...outcome(random.pick(statuses), times.update_time, random.pick(reasons)),
      is_archived: archived,
      is_deleted: false,
      deleted_at: null,
      probability: chance(random, 30) ? random.int(101) : null,
      visible_to: random.pick(visibilities),
      expected_close_date: chance(random, 40) ? `2025-0${1 + random.int(9)}-15` : null,
      label_ids: chance(random, 25) ? [random.pick(labels.deal).id] : none,
      origin: 'ManuallyCreated',
      origin_id: null,
      channel: null,
      channel_id: null,
      source_lead_id: null,
      custom_fields: chance(random, 10) ? customValues(seeding) : noFields,
    }
    const deleted = position >= size.deals + size.archivedDeals
    store.deals.set(deleted ? { ...deal, ...recently(seeding) } : deal)
  }
}
