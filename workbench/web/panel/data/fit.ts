import { isRecord, type PropertyManifest } from '../../../../definitions/index.ts'
import { convertObject, parseReference } from '../../../../engine/index.ts'
import type { Source } from '../../output/sources.ts'
import { referenceTo } from '../../output/values.ts'
import { schemaAt } from './preview.ts'

interface Field {
  readonly label: string
  readonly required: boolean
  readonly property: PropertyManifest
}

/**
 * Why a field would refuse what its references come to, as far as that is known before anything
 * runs: a value of another type, or none where one is required.
 */
export const misfit = (
  { label, required, property }: Field,
  text: string,
  value: unknown,
  sources: readonly Source[],
): string | undefined => {
  const isEmpty = value === null || value === ''
  if (!isEmpty && !fits(property, value))
    return `${label} takes ${kindOf(property)}; this is ${describe(value)}`
  const inner = /^\$\{([^{}]*)\}$/.exec(text)?.[1]
  const whole = inner === undefined ? undefined : parseReference(inner)
  if (!required || whole?.fallback) return undefined
  if (!whole) return isEmpty ? `${label} is required, and would be empty` : undefined
  if (!isEmpty && !mayBeMissing(whole, sources)) return undefined
  const inside = `${whole.node}${whole.path}`
  const fallback = referenceTo(`${inside} ?? ${exampleOf(property)}`)
  const when = isEmpty ? 'is empty here' : 'may be empty'
  return `${label} is required, but ${inside} ${when}. A fallback would do: ${fallback}`
}

type Whole = NonNullable<ReturnType<typeof parseReference>>

/** What is not declared to be there always may be missing, unless nothing is declared at all. */
const mayBeMissing = ({ node, keys }: Whole, sources: readonly Source[]): boolean => {
  const source = sources.find(({ name }) => name === node)
  const declared = source && schemaAt(source.schema, keys)
  // Whether a list has items is seen from the sample.
  const isItem = /^\d+$/.test(keys.at(-1) ?? '')
  return keys.length > 0 && !isItem && declared !== undefined && declared.required !== true
}

const fits = (property: PropertyManifest, value: unknown): boolean => {
  const converted: unknown = Reflect.get(
    Object(convertObject([{ ...property, name: 'value' }], { value })),
    'value',
  )
  const { type, regex, options, openOptions } = property
  // An option of a custom field may be named by its label.
  if (type === 'INTEGER' && options?.some(({ label }) => label === value)) return true
  if (type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES') return isRecord(converted)
  if (type === 'ARRAY') return Array.isArray(converted)
  if (type === 'BOOLEAN') return typeof converted === 'boolean'
  if (type === 'INTEGER') return Number.isInteger(converted)
  if (type === 'NUMBER') return typeof converted === 'number'
  if (typeof converted !== 'string') return false
  if (type === 'DATE') return /^\d{4}-\d\d-\d\d$/.test(converted)
  if (type === 'DATE_TIME') return /^\d{4}-\d\d-\d\dT/.test(converted)
  if (options && !openOptions) return options.some(option => option.value === converted)
  return regex === undefined || new RegExp(regex, 'u').test(converted)
}

const kinds: Partial<Record<PropertyManifest['type'], string>> = {
  OBJECT: 'a group of fields',
  ARRAY: 'a list',
  BOOLEAN: 'true or false',
  INTEGER: 'a whole number',
  NUMBER: 'a number',
  DATE: 'a date, such as 2026-12-31',
  DATE_TIME: 'a date with a time',
}

const kindOf = ({ type, patternMessage, options, openOptions }: PropertyManifest): string => {
  if (options && !openOptions && type === 'STRING')
    return `one of ${options.map(({ value }) => value).join(', ')}`
  return kinds[type] ?? patternMessage ?? 'a text'
}

const maxLength = 30

const describe = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of values: choose one of them'
  const text = JSON.stringify(value)
  const shown = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  return typeof value === 'string' ? `the text ${shown}` : shown
}

const exampleOf = ({ type }: PropertyManifest): string =>
  type === 'INTEGER' || type === 'NUMBER' ? '1' : "'none'"
