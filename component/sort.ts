import { InputError, member, type ListTransform } from '../definitions/index.ts'
import { compareTexts } from './text.ts'

interface Key {
  readonly field: string
  readonly descending: boolean
}

/** API v2 sorts by one of these; any other order needs the whole list. */
const sortedByApi = ['id', 'add_time', 'update_time']

export interface Sorting {
  readonly query: { readonly sort_by?: string; readonly sort_direction?: 'asc' | 'desc' }
  readonly keys: readonly Key[]
}

/** Reads `title ASC, value DESC`. Throws an `InputError` that names the fields there are. */
export const sorting = (sort: string | undefined, fields: readonly string[]): Sorting => {
  const keys = (sort ?? '').split(',').flatMap(part => key(part.trim(), fields))
  const [first] = keys
  if (!first || keys.length > 1 || !sortedByApi.includes(first.field)) return { query: {}, keys }
  return {
    query: { sort_by: first.field, sort_direction: first.descending ? 'desc' : 'asc' },
    keys: [],
  }
}

const key = (part: string, fields: readonly string[]): readonly Key[] => {
  if (part === '') return []
  const [, field = '', direction = 'ASC'] = /^(\w+)(?:\s+(ASC|DESC))?$/i.exec(part) ?? []
  if (!fields.includes(field))
    throw new InputError(
      'sort',
      `can’t sort by "${part}"`,
      `Write a field and ASC or DESC, separated by commas. The fields are ${fields.join(', ')}.`,
    )
  return [{ field, descending: direction.toUpperCase() === 'DESC' }]
}

/** The order of rows by the keys; rows without a value come last. */
export const sortRows = ({ keys }: Pick<Sorting, 'keys'>): ListTransform | undefined =>
  keys.length === 0
    ? undefined
    : {
        apply: rows =>
          [...rows].sort((a, b) => {
            for (const { field, descending } of keys) {
              const order = compare(member(a, field), member(b, field), descending)
              if (order !== 0) return order
            }
            return 0
          }),
      }

export const compare = (a: unknown, b: unknown, descending = false): number => {
  const [left, right] = [comparable(a), comparable(b)]
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined)
  const order =
    typeof left === 'string' && typeof right === 'string'
      ? compareTexts(left, right)
      : Number(left > right) - Number(left < right)
  return descending ? -order : order
}

const comparable = (value: unknown): string | number | undefined => {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' || typeof value === 'string' ? value : undefined
}
