import type { CustomField, CustomValue } from '../fields/types.ts'
import type { Store } from '../store.ts'

const zone = { timezone_id: 310, timezone_name: 'Europe/Tallinn' }

/** A value for a field of any type; `n` makes one differ from the other. */
export const sampleValue = (
  store: Store,
  { type, options = [] }: CustomField,
  n: number,
): CustomValue | undefined =>
  ({
    varchar: `REF-${n}`,
    varchar_auto: 'Rival & Co',
    text: 'Needs a "demo"\nbefore signing',
    phone: '+44 20 7946 0000',
    double: n / 100,
    monetary: { value: n + 0.5, currency: 'EUR' },
    enum: options[n % Math.max(1, options.length)]?.id,
    set: options.slice(0, 1 + (n % 3)).map(option => option.id),
    user: store.users.all()[n % store.users.size]?.id,
    people: store.persons.get(1)?.id,
    org: store.organizations.get(1)?.id,
    date: '2025-06-30',
    daterange: { value: '2025-07-01', until: '2025-09-30' },
    time: { value: '09:15:00', ...zone },
    timerange: { value: '22:00:00', until: '06:30:00', ...zone },
    address: {
      value: 'Mustamäe tee 3a, Tallinn',
      route: 'Mustamäe tee',
      street_number: '3a',
      sublocality: 'Kristiine',
      locality: 'Tallinn',
      admin_area_level_1: 'Harju maakond',
      country: 'Estonia',
      postal_code: '10616',
      formatted_address: 'Mustamäe tee 3a, 10616 Tallinn, Estonia',
    },
  })[type]

/** Values for two thirds of the fields. */
export const sampleValues = (store: Store, fields: readonly CustomField[], n: number) => {
  const values: Record<string, CustomValue> = {}
  fields.forEach((field, at) => {
    const value = (n + at) % 3 === 0 ? undefined : sampleValue(store, field, n + at)
    if (value !== undefined && !(Array.isArray(value) && value.length === 0))
      values[field.code] = value
  })
  return values
}
