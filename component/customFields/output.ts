import type { Exchange, Memory } from '../../definitions/index.ts'
import { lead, rest, webhookShape, type Custom, type RecordShape } from './decode.ts'
import { readFields, type CustomFields, type FieldsOf } from './fields.ts'
import { planFor, type Plan } from './plan.ts'

/** Seconds for which definitions from a cache are believed when a record has an unknown field. */
const unknownFieldTtl = 300

type ToCustom = (record: unknown) => Custom

const isValue = (value: unknown) => value !== null && value !== undefined

const hasValue = (given: Readonly<Record<string, unknown>>): boolean => {
  for (const key in given) if (isValue(given[key])) return true
  return false
}

/**
 * Reads the custom fields of records by name. Asks for the definitions only where a record has a
 * value, and never fails: without them there are no names, and the raw values are in the records.
 */
const decoder = (shape: RecordShape, isWanted = hasValue) =>
  function* (kind: FieldsOf, records: readonly unknown[], memory?: Memory): Exchange<ToCustom> {
    const isUsed = records.some(record => isWanted(shape.keysIn(record)))
    const plan = isUsed ? yield* planOf(kind, shape, records, memory) : undefined
    return record => (plan ? shape.decode(plan, record) : {})
  }

function* planOf(
  kind: FieldsOf,
  shape: RecordShape,
  records: readonly unknown[],
  memory: Memory = new Map<string, unknown>(),
): Exchange<Plan | undefined> {
  const known = yield* definitions(kind, memory)
  if (!known) return undefined
  const plan = planFor(known.fields)
  if (known.age === undefined || known.age < unknownFieldTtl) return plan
  if (records.every(record => !hasUnknown(plan, shape.keysIn(record)))) return plan
  const renewed = yield* fieldsOrNone(kind, true)
  inMemory(memory).set(kind, renewed ?? { ...known, age: undefined })
  return renewed ? planFor(renewed.fields) : plan
}

/** What was read for earlier pages of a list, so that a host without a cache reads it once. */
const memories = new WeakMap<Memory, Map<FieldsOf, CustomFields | undefined>>()

const inMemory = (memory: Memory) => {
  const fields = memories.get(memory) ?? new Map<FieldsOf, CustomFields | undefined>()
  memories.set(memory, fields)
  return fields
}

/** The custom fields of the account; undefined where they can’t be read. */
export function* definitions(kind: FieldsOf, memory: Memory): Exchange<CustomFields | undefined> {
  const remembered = inMemory(memory)
  const known = remembered.get(kind) ?? (yield* fieldsOrNone(kind, false))
  remembered.set(kind, known)
  return known
}

/** The records are there already, and what a step has written stays written. */
function* fieldsOrNone(kind: FieldsOf, fresh: boolean): Exchange<CustomFields | undefined> {
  try {
    return yield* readFields(kind, fresh, true)
  } catch {
    return undefined
  }
}

const hasUnknown = ({ byKey }: Plan, given: Readonly<Record<string, unknown>>): boolean => {
  for (const key in given) if (isValue(given[key]) && !byKey.has(key)) return true
  return false
}

/** Of records of API v2. */
export const customOf = decoder(rest)
/** Of leads; deals have the definitions. */
export const customOfLeads = decoder(lead)

const inEvent = decoder(webhookShape(false))
/** That a field was empty is a value too. */
const beforeEvent = decoder(webhookShape(true), given => Object.keys(given).length > 0)

/** Of a record in a webhook, and of the earlier values of what has changed in it. */
export function* customInEvent(kind: FieldsOf, data: unknown, previous: unknown) {
  const memory: Memory = new Map<string, unknown>()
  const custom = yield* inEvent(kind, [data], memory)
  const before = yield* beforeEvent(kind, [previous], memory)
  return { custom: custom(data), before: before(previous) }
}
