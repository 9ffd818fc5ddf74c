import { fieldWith } from './fields/fieldsOf.ts'
import type { Condition, Filter, FilterType, FilterValue } from './lookups.ts'
import { filterTypes } from './lookups.ts'
import type { Kind, Records } from './records.ts'
import type { Store } from './store.ts'

type Comparison = (actual: unknown, wanted: FilterValue) => boolean

/** The part of a value that filters compare: the amount, the beginning, the text. */
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = new Map<string, unknown>(Object.entries(value))
  return members.get('value') ?? members.get('amount') ?? null
}
const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).toLowerCase()
    : ''
const truth = (value: FilterValue) =>
  value === true || value === 1 || value === '1' || value === 'true'

const isEqual: Comparison = (actual, wanted) => {
  if (typeof actual === 'boolean') return actual === truth(wanted)
  if (typeof actual === 'number') return wanted !== null && actual === Number(wanted)
  return asText(actual) === asText(wanted)
}
const order = (actual: unknown, wanted: FilterValue) => {
  if (isEmpty(actual)) return NaN
  if (typeof actual === 'number') return actual - Number(wanted)
  return asText(actual) < asText(wanted) ? -1 : asText(actual) > asText(wanted) ? 1 : 0
}
const some =
  (compare: Comparison): Comparison =>
  (actual, wanted) =>
    Array.isArray(actual)
      ? actual.some(one => compare(plain(one), wanted))
      : compare(plain(actual), wanted)
const not =
  (compare: Comparison): Comparison =>
  (actual, wanted) =>
    !compare(actual, wanted)

const equal = some(isEqual)
const contains = some((actual, wanted) => asText(actual).includes(asText(wanted)))
const startsWith = some((actual, wanted) => asText(actual).startsWith(asText(wanted)))

export const comparisons: Readonly<Record<string, Comparison>> = {
  '=': equal,
  '!=': not(equal),
  '>': some((actual, wanted) => order(actual, wanted) > 0),
  '<': some((actual, wanted) => order(actual, wanted) < 0),
  '>=': some((actual, wanted) => order(actual, wanted) >= 0),
  '<=': some((actual, wanted) => order(actual, wanted) <= 0),
  'IS NULL': isEmpty,
  'IS NOT NULL': not(isEmpty),
  contains: equal,
  not_contains: not(equal),
  "LIKE '%$%'": contains,
  "LIKE '$%'": startsWith,
  "NOT LIKE '$%'": not(startsWith),
  "NOT LIKE '%$%'": not(contains),
}

/** Members of records by the codes of fields, where the two differ. */
const aliases: Readonly<Record<string, string>> = {
  label: 'label_ids',
  email: 'emails',
  phone: 'phones',
}

const valueOf = (record: object & { readonly custom_fields: object }, field: string): unknown => {
  const name = aliases[field] ?? field
  if (Object.hasOwn(record, name)) return Reflect.get(record, name)
  const { custom_fields } = record
  return Object.hasOwn(custom_fields, field) ? Reflect.get(custom_fields, field) : null
}

const holds = (record: Records[Kind]) => {
  return ({ field, operator, value = null }: Condition) =>
    comparisons[operator]?.(valueOf(record, field), value) === true
}

export const matches = ({ conditions, alternatives }: Filter, record: Records[Kind]) =>
  conditions.every(holds(record)) && (alternatives.length === 0 || alternatives.some(holds(record)))

/** The kind of fields that a filter refers to; leads have those of deals. */
const fieldKind = (type: FilterType) => {
  const kind = filterTypes[type]
  return kind === 'lead' ? 'deal' : kind
}
export const fieldByCode = (store: Store, type: FilterType, code: string) =>
  fieldWith(store, fieldKind(type), code)
export const fieldById = (store: Store, type: FilterType, id: number) =>
  store.fields[fieldKind(type)].get(id)
