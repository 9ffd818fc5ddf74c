import { general, invalid } from './errors.ts'
import { comparisons, fieldByCode, fieldById } from './filters.ts'
import type { Condition, Filter, FilterType, FilterValue } from './lookups.ts'
import { filterTypes } from './lookups.ts'
import { list, nullable, object, objectWithMore, oneOf, text } from './schema.ts'
import type { Schema, TypeOf } from './schema.ts'
import type { Store } from './store.ts'

const maxConditions = 16

const plainValue: Schema<FilterValue> = {
  json: { anyOf: ['string', 'number', 'boolean', 'null'].map(type => ({ type })) },
}
const fieldId: Schema<string | number> = {
  json: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
}

const condition = objectWithMore(
  { object: text, field_id: fieldId, operator: text, value: plainValue, extra_value: plainValue },
  ['object', 'field_id', 'operator'],
)
const group = object({ glue: oneOf(['and', 'or']), conditions: nullable(list(condition)) }, [
  'glue',
])
/** One level of "and" that holds one group of "and" and one of "or". */
export const conditionsBody = object({ glue: oneOf(['and']), conditions: list(group) }, [
  'glue',
  'conditions',
])
export const filterTypeBody = oneOf([
  ...(['deals', 'leads', 'org', 'people', 'products', 'activity', 'projects'] as const),
])

const readCondition = (
  store: Store,
  type: FilterType,
  given: TypeOf<typeof condition>,
): Condition => {
  const kind = filterTypes[type]
  if (given.object !== kind)
    throw general(501, `The sandbox does not serve conditions on ${given.object} in such a filter`)
  const field =
    fieldById(store, type, Number(given.field_id)) ??
    fieldByCode(store, type, String(given.field_id))
  if (!field) throw invalid(`conditions: field ${given.field_id} does not exist`)
  if (!Object.hasOwn(comparisons, given.operator))
    throw invalid(`conditions: ${given.operator} is not an operator`)
  return { field: field.code, operator: given.operator, value: given.value ?? null }
}

export const readConditions = (
  store: Store,
  type: FilterType,
  given: TypeOf<typeof conditionsBody>,
): Pick<Filter, 'conditions' | 'alternatives'> => {
  const of = (glue: 'and' | 'or') =>
    given.conditions
      .filter(one => one.glue === glue)
      .flatMap(one => one.conditions ?? [])
      .map(one => readCondition(store, type, one))
  const [conditions, alternatives] = [of('and'), of('or')]
  if (conditions.length + alternatives.length > maxConditions)
    throw invalid(`conditions: at most ${maxConditions} are allowed`)
  return { conditions, alternatives }
}

const presentCondition =
  (store: Store, type: FilterType, withCode: boolean) =>
  ({ field, operator, value = null }: Condition) => ({
    object: filterTypes[type],
    field_id: String(fieldByCode(store, type, field)?.id ?? field),
    operator,
    value: value === null ? null : String(value),
    extra_value: null,
    json_value_flag: false,
    ...(withCode && { field_code: field }),
  })

export const presentConditions = (store: Store, filter: Filter, withCode: boolean) => {
  const present = presentCondition(store, filter.type, withCode)
  return {
    glue: 'and',
    conditions: [
      { glue: 'and', conditions: filter.conditions.map(present) },
      { glue: 'or', conditions: filter.alternatives.map(present) },
    ],
  }
}
