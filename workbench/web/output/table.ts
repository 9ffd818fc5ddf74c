import {
  member,
  memberAt,
  type ListLocation,
  type PropertyManifest,
} from '../../../definitions/index.ts'
import { byWanted } from './memberOrder.ts'

export interface Column {
  readonly name: string
  /** Numbers and the like need less room. */
  readonly isNarrow: boolean
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly unknown[]
  /** There are more of them. */
  readonly isCut: boolean
}

/** The list in an output, at the first of the locations that has one; undefined if none has. */
export const tableOf = (
  output: unknown,
  schema: PropertyManifest,
  locations: readonly ListLocation[],
): Table | undefined => {
  for (const location of locations) {
    const rows = memberAt(output, location.rows)
    if (Array.isArray(rows))
      return {
        rows,
        columns: columnsOf(rows, rowSchema(schema, location)),
        isCut: memberAt(output, location.truncated) === true,
      }
  }
  return undefined
}

const rowSchema = (schema: PropertyManifest, { rows }: ListLocation) =>
  rows
    .split('.')
    .reduce<PropertyManifest | undefined>(
      (at, key) => at?.properties?.find(({ name }) => name === key),
      schema,
    )?.items?.[0]

/** What is wanted most comes first, then what is declared; the others as they are met. */
const columnsOf = (
  rows: readonly unknown[],
  schema: PropertyManifest | undefined,
): readonly Column[] => {
  const declared = new Map((schema?.properties ?? []).map(column => [column.name ?? '', column]))
  const found = rows.flatMap(row =>
    typeof row === 'object' && row !== null ? Object.keys(row) : [],
  )
  return byWanted([...new Set([...declared.keys(), ...found])]).map(name => ({
    name,
    isNarrow: isNarrow(declared.get(name)?.type, rows, name),
  }))
}

const isNarrow = (
  type: PropertyManifest['type'] | undefined,
  rows: readonly unknown[],
  name: string,
): boolean => {
  if (type !== undefined) return type === 'INTEGER' || type === 'NUMBER' || type === 'BOOLEAN'
  const found = typeof rows.map(row => member(row, name)).find(value => value !== null)
  return found === 'number' || found === 'boolean'
}

/** A cell in one line: a record by its name, anything else as it is. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  // Lists of e-mail addresses, phone numbers and labels.
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  const name = member(value, 'name') ?? member(value, 'value')
  if (typeof name === 'string') return name
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The rows that have a text in them, wherever it stands. */
export const rowsWith = (table: Table, text: string): Table => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return table
  const has = (value: unknown): boolean =>
    typeof value === 'object' && value !== null
      ? Object.values(value).some(has)
      : cellText(value).toLowerCase().includes(wanted)
  return { ...table, rows: table.rows.filter(has) }
}
