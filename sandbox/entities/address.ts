import type { Address } from '../records.ts'
import { nullable, object, text } from '../schema.ts'
import type { TypeOf } from '../schema.ts'

const part = nullable(text)

/** Only `value` is needed; the real thing works out the other parts, the sandbox does not. */
export const address = object(
  {
    value: text,
    country: part,
    admin_area_level_1: part,
    admin_area_level_2: part,
    locality: part,
    sublocality: part,
    route: part,
    street_number: part,
    subpremise: part,
    postal_code: part,
  },
  ['value'],
)

export const toAddress = (given: TypeOf<typeof address>): Address => ({
  value: given.value,
  country: given.country ?? null,
  admin_area_level_1: given.admin_area_level_1 ?? null,
  admin_area_level_2: given.admin_area_level_2 ?? null,
  locality: given.locality ?? null,
  sublocality: given.sublocality ?? null,
  route: given.route ?? null,
  street_number: given.street_number ?? null,
  subpremise: given.subpremise ?? null,
  postal_code: given.postal_code ?? null,
})
