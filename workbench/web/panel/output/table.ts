import { member } from '../../../../definitions/index.ts'
import type { PropertyManifest } from '../../../../definitions/manifest.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly unknown[]
}

/** Where the rows of an output are: those of a search stand one step deeper. */
const places = [['body', 'data', 'items'], ['body', 'data'], []]

/** The list in an output; undefined if there is none. */
export const tableOf = (output: unknown, schema: PropertyManifest): Table | undefined => {
  for (const path of places) {
    const rows = path.reduce(member, output)
    if (Array.isArray(rows)) return { rows, columns: columnsOf(rows, rowSchema(schema, path)) }
  }
  return undefined
}

const rowSchema = (schema: PropertyManifest, path: readonly string[]) =>
  path.reduce<PropertyManifest | undefined>(
    (at, key) => at?.properties?.find(({ name }) => name === key),
    schema,
  )?.items?.[0]

/** Declared columns come first, in their order; the others as they are met. */
const columnsOf = (
  rows: readonly unknown[],
  schema: PropertyManifest | undefined,
): readonly string[] => {
  const declared = (schema?.properties ?? []).flatMap(({ name }) => name ?? [])
  const found = rows.flatMap(row =>
    typeof row === 'object' && row !== null ? Object.keys(row) : [],
  )
  return [...new Set([...declared, ...found])]
}

/** A cell in one line. */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
