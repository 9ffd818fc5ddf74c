import { isRecord, member, type PropertyManifest } from '../../../definitions/index.ts'
import { convertObject, validationMessage, type SchemaError } from '../../../engine/index.ts'
import { isExpression } from './expression.ts'

/** Something wrong with a member of a dynamic property, as a violation of a schema would be told. */
export interface MemberProblem {
  readonly path: string
  /** Absent: there is nothing where something is required. */
  readonly problem?: string
}

/**
 * What is wrong with the members of a dynamic property. Only the account knows them, so no
 * validator could be compiled for them when the page was built. References may come to anything.
 */
export const memberProblems = (
  properties: readonly PropertyManifest[],
  values: unknown,
  parent: string,
): readonly MemberProblem[] =>
  isExpression(values)
    ? []
    : properties.flatMap(property => {
        const name = property.name ?? ''
        return problemsOf(property, member(values, name), `${parent}.${name}`)
      })

const problemsOf = (
  property: PropertyManifest,
  value: unknown,
  path: string,
): readonly MemberProblem[] => {
  if (value === undefined) return property.required ? [{ path }] : []
  if (value === null || isExpression(value)) return []
  if (property.properties)
    return isRecord(value)
      ? memberProblems(property.properties, value, path)
      : told(property, value, path, { keyword: 'type', params: { type: 'object' } })
  const [item] = property.items ?? []
  if (!Array.isArray(value) || !item) return oneOf(property, value, path)
  const { options } = property
  return value.flatMap((one: unknown, index) =>
    oneOf({ ...item, ...(options && { options }) }, one, `${path}[${index}]`),
  )
}

const oneOf = (property: PropertyManifest, value: unknown, path: string) => {
  if (isExpression(value)) return []
  const broken = brokenRule(property, converted(property, value))
  return broken ? told(property, value, path, broken) : []
}

const converted = (property: PropertyManifest, value: unknown): unknown =>
  member(convertObject([{ ...property, name: 'value' }], { value }), 'value')

type Broken = Pick<SchemaError, 'keyword' | 'params'>

const told = (property: PropertyManifest, value: unknown, path: string, broken: Broken) => [
  {
    path,
    problem: validationMessage({ instancePath: '', schemaPath: '', ...broken }, value, property),
  },
]

/** The first rule of its property that a value breaks, in the terms of JSON Schema. */
const brokenRule = (property: PropertyManifest, value: unknown): Broken | undefined => {
  const { type, options, openOptions, minValue, maxLength } = property
  if (type === 'INTEGER' && !Number.isInteger(value)) return wrongType('integer')
  if (type === 'NUMBER' && typeof value !== 'number') return wrongType('number')
  if (type === 'BOOLEAN' && typeof value !== 'boolean') return wrongType('boolean')
  if (type === 'ARRAY' && !Array.isArray(value)) return wrongType('array')
  const isText = !['INTEGER', 'NUMBER', 'BOOLEAN', 'ARRAY', 'OBJECT'].includes(type)
  if (isText && typeof value !== 'string') return wrongType('string')
  if (type === 'DATE' && !isDate(String(value)))
    return { keyword: 'format', params: { format: 'date' } }
  if (type === 'TIME' && !isTime(String(value)))
    return { keyword: 'format', params: { format: 'iso-time' } }
  if (options && !openOptions && !options.some(option => option.value === value))
    return { keyword: 'enum', params: {} }
  if (typeof value === 'number' && minValue !== undefined && value < minValue)
    return { keyword: 'minimum', params: { limit: minValue } }
  if (typeof value === 'string' && maxLength !== undefined && value.length > maxLength)
    return { keyword: 'maxLength', params: { limit: maxLength } }
  return undefined
}

const wrongType = (type: string): Broken => ({ keyword: 'type', params: { type } })

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)

const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
