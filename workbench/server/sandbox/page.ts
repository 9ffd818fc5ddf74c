import type { SandboxField } from '../../api/index.ts'
import { isText, type Row } from './rest.ts'

export interface Page {
  readonly rows: readonly Row[]
  /** Of all pages. */
  readonly total: number
  readonly next?: string
}

export interface PageRequest {
  /** Only rows in which a column shows this text. */
  readonly search?: string | undefined
  /** The key of a column, with a minus in front of it for the other direction. */
  readonly sort?: string | undefined
  /** Only the record with this id. */
  readonly id?: string | undefined
  readonly cursor?: string | undefined
}

const pageSize = 50

export const pageOf = (
  all: readonly Row[],
  fields: readonly SandboxField[],
  { search, sort, cursor, id }: PageRequest,
): Page => {
  const columns = fields.map(columnOf)
  const asked = id === undefined ? all : all.filter(row => plain(row['id']) === id)
  const found = search === undefined ? asked : asked.filter(matches(columns, search))
  const sorted = sort === undefined ? found : [...found].sort(by(columns, sort))
  const start = Number(cursor ?? 0)
  const end = start + pageSize
  const rows = sorted.slice(start, end)
  return { rows, total: sorted.length, ...(end < sorted.length && { next: String(end) }) }
}

type Column = ReturnType<typeof columnOf>

/** A linked record is shown by its name. */
const columnOf = ({ key, choices = [] }: SandboxField) => {
  const labels = new Map<unknown, string>(choices.map(({ value, label }) => [value, label]))
  return { key, shown: (row: Row) => labels.get(row[key]) ?? row[key] }
}

const plain = (value: unknown): string =>
  isText(value) || typeof value === 'number' ? String(value) : ''

const matches = (columns: readonly Column[], search: string) => {
  const term = search.toLowerCase()
  return (row: Row) => columns.some(({ shown }) => plain(shown(row)).toLowerCase().includes(term))
}

const by = (columns: readonly Column[], sort: string) => {
  const isDescending = sort.startsWith('-')
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ''))
  return (one: Row, other: Row): number => {
    const [left, right] = [column?.shown(one), column?.shown(other)]
    // What is empty comes last, whatever the direction.
    if (isEmpty(left) || isEmpty(right)) return Number(isEmpty(left)) - Number(isEmpty(right))
    return isDescending ? compare(right, left) : compare(left, right)
  }
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

const texts = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

const compare = (left: unknown, right: unknown): number =>
  isText(left) && isText(right) ? texts.compare(left, right) : Number(left) - Number(right)
