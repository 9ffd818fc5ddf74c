import {
  member,
  memberAt,
  type ListLocation,
  type PropertyManifest,
} from '../../../definitions/index.ts'

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

/** Declared columns come first, in their order; the others as they are met. */
const columnsOf = (
  rows: readonly unknown[],
  schema: PropertyManifest | undefined,
): readonly Column[] => {
  const declared = new Map((schema?.properties ?? []).map(column => [column.name ?? '', column]))
  const found = rows.flatMap(row =>
    typeof row === 'object' && row !== null ? Object.keys(row) : [],
  )
  return [...new Set([...declared.keys(), ...found])].map(name => ({
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
  const name = member(value, 'name')
  if (typeof name === 'string') return name
  return typeof value === 'string' ? value : JSON.stringify(value)
}
