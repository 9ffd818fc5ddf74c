import { customFieldsOf } from '../fields/fieldsOf.ts'
import { labels } from '../fields/labels.ts'
import type { CustomValue } from '../fields/types.ts'
import type { Organization } from '../records.ts'
import type { Seeding } from './context.ts'
import { flat } from './text.ts'
import { chance, noFields, none, recently, someTime, visibilities } from './context.ts'
import {
  cities,
  combine,
  companyFirst,
  companySecond,
  companyThird,
  oddCompanies,
  streets,
} from './names.ts'
import { sampleValues } from './values.ts'

const address = ({ random }: Seeding) => {
  const { locality, country, postal_code } = random.pick(cities)
  const route = random.pick(streets)
  const street_number = String(1 + random.int(200))
  return {
    value: flat(`${route} ${street_number}, ${postal_code} ${locality}`),
    country,
    admin_area_level_1: null,
    admin_area_level_2: null,
    locality,
    sublocality: null,
    route,
    street_number,
    subpremise: null,
    postal_code,
  }
}

const customValues = ({ random, store, userIds }: Seeding, n: number) => {
  const [tax, segment, turnover, rating, manager, ...others] = customFieldsOf(store, 'organization')
  const values: Record<string, CustomValue> = sampleValues(store, others, n)
  if (tax) values[tax.code] = `DE${100_000_000 + random.int(900_000_000)}`
  if (segment?.options) values[segment.code] = random.pick(segment.options).id
  if (turnover) values[turnover.code] = { value: random.int(10_000_000) / 100, currency: 'EUR' }
  if (rating) values[rating.code] = random.int(50) / 10
  if (manager) values[manager.code] = random.pick(userIds)
  return values
}

export const seedOrganizations = (seeding: Seeding) => {
  const { store, random, size, userIds } = seeding
  const count = size.organizations + size.deletedOrganizations
  for (let position = 0; position < count; position++) {
    const organization: Organization = {
      id: position + 1,
      name:
        oddCompanies[position] ??
        combine(position, companyFirst, companySecond, companyThird).join(' '),
      owner_id: random.pick(userIds),
      ...someTime(random, position, count),
      is_deleted: false,
      deleted_at: null,
      visible_to: random.pick(visibilities),
      address: chance(random, 70) ? address(seeding) : null,
      label_ids: chance(random, 30) ? [random.pick(labels.organization).id] : none,
      website: chance(random, 50) ? flat(`https://www.org${position + 1}.example`) : null,
      linkedin: null,
      industry: null,
      annual_revenue: chance(random, 40) ? random.int(10_000) * 1000 : null,
      employee_count: chance(random, 40) ? 1 + random.int(2000) : null,
      custom_fields: chance(random, 10) ? customValues(seeding, position) : noFields,
    }
    const deleted = position >= size.organizations
    store.organizations.set(deleted ? { ...organization, ...recently(seeding) } : organization)
  }
}
