import {
  InputError,
  isRecord,
  type Component,
  type PropertyManifest,
} from '../../../definitions/index.ts'
import { located } from './located.ts'
import type { Placed } from './layout.ts'

/** Gives the value of a parameter of the node. */
type Get = (name: string) => unknown

/** From what the form holds to the input that the component declares; nothing is checked yet. */
export const inputOf = (
  { records, connection }: Pick<Component, 'records' | 'connection'>,
  { fields, action }: Placed,
  get: Get,
): Readonly<Record<string, unknown>> => {
  const read: Reader = { pages: records ?? {}, exampleUri: connection.exampleUri }
  const input: Record<string, unknown> = {}
  for (const { path, name, property, collection } of fields) {
    const given = collection ? memberOf(get(collection), name) : get(name)
    const found = valueOf(read, property, given, path.join('.'))
    const isAdded = collection === 'updateFields' && given !== undefined
    const value = found === undefined && isAdded ? cleared(property, given) : found
    const [first = '', second] = path
    // An object that has to be there is there, so that what it lacks is named.
    if (second !== undefined) input[first] ??= {}
    if (value === undefined) continue
    if (second === undefined) input[first] = value
    else input[first] = { ...Object(input[first]), [second]: value }
  }
  if (action.list && get('returnAll') !== true) input['limit'] = get('limit') ?? 50
  return input
}

/** A field that is added to an update and left empty is to become empty, which not all can be. */
const cleared = ({ type, nullable }: PropertyManifest, given: unknown): unknown => {
  if (given === null) return null
  if (type === 'ARRAY') return []
  return nullable ? null : ''
}

const memberOf = (collection: unknown, name: string): unknown => {
  if (isRecord(collection)) return collection[name]
  if (collection === undefined || collection === null || collection === '') return undefined
  throw new InputError(name, 'the fields around it have to be an object')
}

interface Reader {
  readonly pages: NonNullable<Component['records']>
  readonly exampleUri: string
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

/** One value as the component takes it; undefined where the user has left it empty. */
const valueOf = (
  read: Reader,
  property: PropertyManifest,
  given: unknown,
  path: string,
): unknown => {
  const { type } = property
  if (type === 'OBJECT' || type === 'DYNAMIC_PROPERTIES')
    return objectOf(read, property, given, path)
  if (type === 'ARRAY') return arrayOf(read, property, given, path)
  const { record = '' } = property.optionsDataSource ?? {}
  const value = located(given, read.pages[record], read.exampleUri, path)
  if (isEmpty(value)) return undefined
  // The picker gives a time with the date, and an expression a moment turned into text.
  if (type === 'DATE' && typeof value === 'string')
    return /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(value)?.[1] ?? value
  return value
}

/** Members stand under `value` in the form; expressions and agents give the object itself. */
const objectOf = (
  read: Reader,
  { properties }: PropertyManifest,
  given: unknown,
  path: string,
): unknown => {
  if (isEmpty(given)) return undefined
  if (!properties) return typeof given === 'string' ? parsed(given, path) : given
  const inner = isRecord(given) && isRecord(given['value']) ? given['value'] : given
  if (!isRecord(inner)) return inner
  return Object.keys(inner).length === 0 ? undefined : members(read, properties, inner, path)
}

const parsed = (text: string, path: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw new InputError(path, 'is not JSON')
  }
}

const members = (
  read: Reader,
  properties: readonly PropertyManifest[],
  given: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> => {
  const declared = new Set(properties.map(({ name }) => name))
  const entries: readonly (readonly [string, unknown])[] = [
    ...properties.flatMap(property => {
      const { name = '' } = property
      const value = valueOf(read, property, given[name], `${path}.${name}`)
      return value === undefined ? [] : [[name, value] as const]
    }),
    // What is not declared is refused by name later on.
    ...Object.entries(given).filter(([name]) => !declared.has(name)),
  ]
  return Object.fromEntries(entries)
}

const arrayOf = (
  read: Reader,
  { items: [item] = [] }: PropertyManifest,
  given: unknown,
  path: string,
): unknown => {
  const list = isRecord(given) && 'items' in given ? given['items'] : given
  if (isEmpty(list) || (isRecord(list) && Object.keys(list).length === 0)) return undefined
  // An expression may give ids as one text.
  if (typeof list === 'string' && item?.type !== 'OBJECT') return list.split(/\s*,\s*/)
  if (!isList(list) || !item) return list
  if (list.length === 0) return undefined
  return list.map((entry, index) => {
    const at = `${path}[${index}]`
    if (item.type !== 'OBJECT') return valueOf(read, item, unnamed(entry), at) ?? null
    return isRecord(entry) && item.properties ? members(read, item.properties, entry, at) : entry
  })
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** A list of plain values is a list of objects in the form. */
const unnamed = (entry: unknown): unknown =>
  isRecord(entry) && Object.keys(entry).join() === 'value' ? entry['value'] : entry
