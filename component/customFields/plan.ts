import { decodeRest, type Decode } from './decodeValue.ts'
import type { CustomField } from './fields.ts'
import { uniqueNames } from './names.ts'

interface Planned {
  readonly field: CustomField
  readonly name: string
  readonly decode: Decode | undefined
}

/** What is done with each field of a record. */
export interface Plan {
  readonly byKey: ReadonlyMap<string, Planned>
  /** Every name with null: copying it is faster than adding the names one by one. */
  readonly unset: Readonly<Record<string, unknown>>
}

const plans = new WeakMap<readonly CustomField[], Plan>()

/** Made once for the same definitions, as records are read by the thousand. */
export const planFor = (fields: readonly CustomField[]): Plan => {
  const known = plans.get(fields)
  if (known) return known
  const names = uniqueNames(fields)
  const planned = fields.map(field => ({
    field,
    name: names.get(field.field_code) ?? field.field_name,
    decode: decodeRest(field),
  }))
  const plan = {
    byKey: new Map(planned.map(one => [one.field.field_code, one])),
    // Unlike an assignment, this makes a member of its own even of `__proto__`.
    unset: Object.fromEntries(planned.map(({ name }) => [name, null])),
  }
  plans.set(fields, plan)
  return plan
}
