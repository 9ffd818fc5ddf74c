import { member } from '../../../definitions/index.ts'
import type { Table } from './table.ts'

/** Formats that an output can be saved in; those of rows need some. */
export const formats = ['JSON', 'CSV', 'NDJSON'] as const
export type Format = (typeof formats)[number]

export const textOf = (format: Format, output: unknown, table: Table | undefined): string => {
  if (format === 'JSON' || !table) return `${JSON.stringify(output, null, 2)}\n`
  if (format === 'NDJSON') return table.rows.map(row => `${JSON.stringify(row)}\n`).join('')
  const names = table.columns.map(({ name }) => name)
  const lines = table.rows.map(row => names.map(name => cellOf(member(row, name))))
  return [names.map(cellOf), ...lines].map(cells => `${cells.join(',')}\r\n`).join('')
}

/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula is kept from it by an apostrophe.
 */
const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
