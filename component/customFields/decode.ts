import { isRecord, member } from '../../definitions/index.ts'
import { fromV1, fromWebhook } from './decodeValue.ts'
import type { Plan } from './plan.ts'

/** The values of custom fields by the names of the fields, in the form in which they are written. */
export type Custom = Readonly<Record<string, unknown>>

/** Where the custom fields of a record stand, and in what form. */
export interface RecordShape {
  /** The custom fields that the record has, by key. */
  keysIn(record: unknown): Readonly<Record<string, unknown>>
  decode(plan: Plan, record: unknown): Custom
}

const none = {}
const fieldsIn = (record: unknown): Readonly<Record<string, unknown>> => {
  const fields = member(record, 'custom_fields')
  return isRecord(fields) ? fields : none
}

/** Records of API v2. */
export const rest: RecordShape = {
  keysIn: fieldsIn,
  decode({ byKey, unset }, record) {
    const custom = { ...unset }
    const given = fieldsIn(record)
    for (const key in given) {
      const value = given[key]
      if (value === null || value === undefined) continue
      const planned = byKey.get(key)
      if (planned) custom[planned.name] = planned.decode ? planned.decode(value) : value
    }
    return custom
  },
}

/** Records in webhooks, and of what has changed in them the earlier values. */
export const webhookShape = (isPart: boolean): RecordShape => ({
  keysIn: fieldsIn,
  decode({ byKey, unset }, record) {
    const values = Object.entries(fieldsIn(record)).flatMap(([key, given]): [string, unknown][] => {
      const planned = byKey.get(key)
      if (!planned) return []
      const value = given === null ? null : fromWebhook(given)
      return [[planned.name, planned.decode && value !== null ? planned.decode(value) : value]]
    })
    const given: Custom = Object.fromEntries(values)
    return isPart ? given : { ...unset, ...given }
  },
})

const ownKey = /^[0-9a-f]{40}$/

/** Leads, which have their fields at the top level. */
export const lead: RecordShape = {
  keysIn(record) {
    if (!isRecord(record)) return none
    const given: Record<string, unknown> = {}
    for (const key in record) if (ownKey.test(key)) given[key] = record[key]
    return given
  },
  decode({ byKey, unset }, record) {
    const custom = { ...unset }
    if (!isRecord(record)) return custom
    for (const key in record) {
      const planned = byKey.get(key)
      if (!planned) continue
      const value = fromV1(planned.field, record)
      if (value !== null) custom[planned.name] = planned.decode ? planned.decode(value) : value
    }
    return custom
  },
}
