import { isRecord, type JsonSchema } from '../../definitions/index.ts'
import type { SchemaError } from '../input/messages.ts'
import { hasFormat } from './formats.ts'

/** Where a value stands, and the schema it is held against, both as JSON pointers. */
interface Place {
  readonly instance: string
  readonly schema: string
}
type Errors = readonly SchemaError[]
type Check = (schema: JsonSchema, value: unknown, place: Place) => Errors

/** What ajv reports with `allErrors`, for the keywords that the schemas of operations have. */
export const errorsOf: (schema: unknown, value: unknown, place?: Place) => Errors = (
  schema,
  value,
  place = { instance: '', schema: '#' },
) =>
  isRecord(schema)
    ? [
        typeErrors,
        numberErrors,
        textErrors,
        choiceErrors,
        ruleErrors,
        itemErrors,
        memberErrors,
      ].flatMap(check => check(schema, value, place))
    : []

const error = (
  { instance, schema }: Place,
  keyword: string,
  params: SchemaError['params'],
  message: string,
): SchemaError => ({
  instancePath: instance,
  schemaPath: `${schema}/${keyword}`,
  keyword,
  params,
  message: `must ${message}`,
})

const typeErrors: Check = ({ type }, value, place) =>
  type === undefined || [type].flat().some(one => isOfType(one, value))
    ? []
    : [
        error(
          place,
          'type',
          { type },
          `be ${[type]
            .flat()
            .map(one => (typeof one === 'string' ? one : ''))
            .join()}`,
        ),
      ]

const isOfType = (type: unknown, value: unknown): boolean => {
  if (type === 'object') return isRecord(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  // What can't be sent, such as an infinite number, is refused elsewhere.
  if (type === 'integer') return typeof value === 'number' && !(value % 1) && !Number.isNaN(value)
  return typeof value === type
}

const numberErrors: Check = ({ minimum, maximum }, value, place) => {
  if (typeof value !== 'number') return []
  const limit = (keyword: string, comparison: string, at: unknown) =>
    error(place, keyword, { comparison, limit: at }, `be ${comparison} ${String(at)}`)
  // NaN is on no side of a limit.
  return [
    ...(typeof maximum === 'number' && !(value <= maximum)
      ? [limit('maximum', '<=', maximum)]
      : []),
    ...(typeof minimum === 'number' && !(value >= minimum)
      ? [limit('minimum', '>=', minimum)]
      : []),
  ]
}

const textErrors: Check = ({ minLength, maxLength, pattern, format }, value, place) => {
  if (typeof value !== 'string') return []
  const length = [...value].length
  const limit = (keyword: string, than: string, at: number) =>
    error(place, keyword, { limit: at }, `NOT have ${than} than ${at} characters`)
  return [
    ...(typeof maxLength === 'number' && length > maxLength
      ? [limit('maxLength', 'more', maxLength)]
      : []),
    ...(typeof minLength === 'number' && length < minLength
      ? [limit('minLength', 'fewer', minLength)]
      : []),
    ...(typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)
      ? [error(place, 'pattern', { pattern }, `match pattern "${pattern}"`)]
      : []),
    ...(typeof format === 'string' && !hasFormat(format, value)
      ? [error(place, 'format', { format }, `match format "${format}"`)]
      : []),
  ]
}

const choiceErrors: Check = (schema, value, place) => [
  ...('const' in schema && schema['const'] !== value
    ? [error(place, 'const', { allowedValue: schema['const'] }, 'be equal to constant')]
    : []),
  ...(Array.isArray(schema['enum']) && !schema['enum'].includes(value)
    ? [
        error(
          place,
          'enum',
          { allowedValues: schema['enum'] },
          'be equal to one of the allowed values',
        ),
      ]
    : []),
]

const ruleErrors: Check = (schema, value, place) => {
  const inner = (keyword: string, at: unknown) =>
    errorsOf(at, value, { ...place, schema: `${place.schema}/${keyword}` })
  const branches = (keyword: string) =>
    [schema[keyword] ?? []].flat().map((branch, index) => inner(`${keyword}/${index}`, branch))
  const any = branches('anyOf')
  const branch = inner('if', schema['if']).length === 0 ? 'then' : 'else'
  const failed = 'if' in schema ? inner(branch, schema[branch]) : []
  return [
    ...('not' in schema && inner('not', schema['not']).length === 0
      ? [error(place, 'not', {}, 'NOT be valid')]
      : []),
    ...(any.length > 0 && any.every(errors => errors.length > 0)
      ? [...any.flat(), error(place, 'anyOf', {}, 'match a schema in anyOf')]
      : []),
    ...branches('allOf').flat(),
    ...failed,
    ...(failed.length > 0
      ? [error(place, 'if', { failingKeyword: branch }, `match "${branch}" schema`)]
      : []),
  ]
}

const itemErrors: Check = ({ items }, value, place) =>
  Array.isArray(value)
    ? value.flatMap((item, index) =>
        errorsOf(items, item, {
          instance: `${place.instance}/${index}`,
          schema: `${place.schema}/items`,
        }),
      )
    : []

const memberErrors: Check = ({ properties, required, additionalProperties }, value, place) => {
  if (!isRecord(value)) return []
  const declared = isRecord(properties) ? properties : {}
  const isMissing = (name: unknown) => value[String(name)] === undefined
  const missing = (Array.isArray(required) ? required : []).filter(isMissing).map(String)
  const unknown =
    additionalProperties === false
      ? Object.keys(value).filter(name => !Object.hasOwn(declared, name))
      : []
  return [
    ...missing.map(missingProperty =>
      error(place, 'required', { missingProperty }, `have required property '${missingProperty}'`),
    ),
    ...unknown.map(additionalProperty =>
      error(
        place,
        'additionalProperties',
        { additionalProperty },
        'NOT have additional properties',
      ),
    ),
    ...Object.entries(declared).flatMap(([name, schema]) =>
      isMissing(name) ? [] : errorsOf(schema, value[name], memberPlace(place, name)),
    ),
  ]
}

const memberPlace = ({ instance, schema }: Place, name: string): Place => ({
  instance: `${instance}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  schema: `${schema}/properties/${name}`,
})
