import { isRecord, type PropertyManifest } from '../../definitions/index.ts'
import { hasFormat } from './formats.ts'
import { failed, lengthError, memberPlace, type Errors, type Place } from './place.ts'
import { lengthRules, type Rule } from './rules.ts'

type Checked = Omit<PropertyManifest, 'controlType'>

/** `run` is resolved input; of an output, members may be null, and there may be more of them. */
type Mode = 'run' | 'output'

/** What ajv reports with `allErrors` for the schema of a property. */
export const propertyErrors = (
  property: Checked,
  value: unknown,
  mode: Mode,
  place: Place,
  rules: readonly Rule[] = [],
): Errors => {
  const { type, items: [item] = [] } = property
  return [
    ...typeErrors(property, value, mode, place),
    ...(types[type] === undefined ? textErrors(property, value, place) : []),
    ...(type === 'INTEGER' || type === 'NUMBER' ? rangeErrors(property, value, place) : []),
    ...(mode === 'run' ? choiceErrors(property, value, place) : []),
    ...(item && Array.isArray(value)
      ? value.flatMap((one, index) =>
          propertyErrors(item, one, mode, {
            instance: `${place.instance}/${index}`,
            schema: `${place.schema}/items`,
          }),
        )
      : []),
    ...(types[type] === 'object' ? memberErrors(property, value, mode, place, rules) : []),
  ]
}

/** Types of JSON by those of properties; the others are texts. */
const types: Readonly<Partial<Record<PropertyManifest['type'], string>>> = {
  ARRAY: 'array',
  BOOLEAN: 'boolean',
  DYNAMIC_PROPERTIES: 'object',
  INTEGER: 'integer',
  NUMBER: 'number',
  OBJECT: 'object',
}

const isNullable = ({ nullable, required }: Checked, mode: Mode) =>
  mode === 'output' ? required !== true : nullable === true

const typeErrors = (property: Checked, value: unknown, mode: Mode, place: Place): Errors => {
  const type = types[property.type] ?? 'string'
  const nullable = isNullable(property, mode)
  if ((nullable && value === null) || isOfType(type, value)) return []
  const allowed = nullable ? [type, 'null'] : type
  return [failed(place, 'type', { type: allowed }, `be ${[allowed].flat().join()}`)]
}

const isOfType = (type: string, value: unknown): boolean => {
  if (type === 'object') return isRecord(value)
  if (type === 'array') return Array.isArray(value)
  // What can't be sent, such as an infinite number, is refused elsewhere.
  if (type === 'integer') return typeof value === 'number' && !(value % 1) && !Number.isNaN(value)
  return typeof value === type
}

const formats: Readonly<Partial<Record<PropertyManifest['type'], string>>> = {
  DATE: 'date',
  DATE_TIME: 'date-time',
  TIME: 'iso-time',
}

const textErrors = (property: Checked, value: unknown, place: Place): Errors => {
  if (typeof value !== 'string') return []
  const { type, minLength, maxLength, regex: pattern, minLengthUnless } = property
  const length = [...value].length
  const least = minLengthUnless ? Math.min(1, minLength ?? 0) : minLength
  const format = formats[type]
  return [
    ...(maxLength !== undefined && length > maxLength
      ? [lengthError(place, 'maxLength', 'more', maxLength)]
      : []),
    ...(least !== undefined && length < least
      ? [lengthError(place, 'minLength', 'fewer', least)]
      : []),
    ...(pattern !== undefined && !new RegExp(pattern, 'u').test(value)
      ? [failed(place, 'pattern', { pattern }, `match pattern "${pattern}"`)]
      : []),
    ...(format !== undefined && !hasFormat(format, value)
      ? [failed(place, 'format', { format }, `match format "${format}"`)]
      : []),
  ]
}

const rangeErrors = ({ minValue, maxValue }: Checked, value: unknown, place: Place) => {
  if (typeof value !== 'number') return []
  const limit = (keyword: string, comparison: string, at: number) =>
    failed(place, keyword, { comparison, limit: at }, `be ${comparison} ${at}`)
  // NaN is on no side of a limit.
  return [
    ...(maxValue !== undefined && !(value <= maxValue) ? [limit('maximum', '<=', maxValue)] : []),
    ...(minValue !== undefined && !(value >= minValue) ? [limit('minimum', '>=', minValue)] : []),
  ]
}

const choiceErrors = (property: Checked, value: unknown, place: Place): Errors => {
  const { type, options, openOptions, nullable } = property
  const isChosen = types[type] === undefined || type === 'INTEGER' || type === 'NUMBER'
  if (!options || openOptions || !isChosen) return []
  const allowedValues: unknown[] = options.map(option => option.value)
  if (nullable && options.length > 0) allowedValues.push(null)
  return allowedValues.includes(value)
    ? []
    : [failed(place, 'enum', { allowedValues }, 'be equal to one of the allowed values')]
}

const memberErrors = (
  { type, properties = [], additionalProperties }: Checked,
  value: unknown,
  mode: Mode,
  place: Place,
  rules: readonly Rule[],
): Errors => {
  const isOpen = mode === 'output' || type === 'DYNAMIC_PROPERTIES' || additionalProperties === true
  const broken = [...rules, ...(mode === 'run' ? lengthRules(properties) : [])].flatMap(
    (rule, index) => rule(value, { ...place, schema: `${place.schema}/allOf/${index}` }),
  )
  if (!isRecord(value)) return broken
  const names = properties.map(({ name = '' }) => name)
  const required = properties.filter(property => property.required).map(({ name = '' }) => name)
  const unknown = isOpen ? [] : Object.keys(value).filter(name => !names.includes(name))
  return [
    ...broken,
    ...required
      .filter(name => value[name] === undefined)
      .map(missingProperty =>
        failed(
          place,
          'required',
          { missingProperty },
          `have required property '${missingProperty}'`,
        ),
      ),
    ...unknown.map(additionalProperty =>
      failed(
        place,
        'additionalProperties',
        { additionalProperty },
        'NOT have additional properties',
      ),
    ),
    ...properties.flatMap(property => {
      const { name = '' } = property
      const own = value[name]
      return own === undefined ? [] : propertyErrors(property, own, mode, memberPlace(place, name))
    }),
  ]
}
