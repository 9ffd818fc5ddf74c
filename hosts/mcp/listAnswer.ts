import { isRecord, type ListLocation } from '../../definitions/index.ts'
import { bytesOf, cutTexts, fitted } from './fit.ts'
import { cursorOf, type OpenList } from './openLists.ts'
import { quoted } from './results.ts'
import type { Answer } from './tool.ts'

/** Bytes for everything that is not a row. */
const reserved = 600

/** As many rows as there is room for, and how to go on after them. */
export const listAnswer = (
  place: ListLocation,
  list: OpenList,
  start: number,
  rows: readonly unknown[],
  maxBytes: number,
): Answer => {
  const { shown, cuts } = fittingRows(rows, maxBytes - reserved)
  const end = start + shown.length
  const more = list.rows.length - end
  const isOpen = !list.reader.isOver()
  const goesOn = more > 0 || isOpen
  const isCut = !isOpen && list.reader.isTruncated()
  const cursor = cursorOf(list, end)
  const looked = list.reader.rowsRead()
  const about = [
    ...(goesOn || isCut ? [nested(place.truncated, true)] : []),
    ...(looked !== undefined && place.rowsRead ? [nested(place.rowsRead, looked)] : []),
  ]
  const structured = {
    ...about.reduce(merged, nested(place.rows, shown)),
    ...(goesOn && { next: { cursor, more, ...(isOpen && { at_least: true }) } }),
    ...(cuts.length > 0 && { cut: cuts }),
  }
  const count = `${shown.length} ${shown.length === 1 ? 'row' : 'rows'}`
  const notes = [
    start > 0 ? `${count} after the first ${start}` : count,
    ...(looked === undefined ? [] : [`${looked} were looked at for it`]),
    ...(shown.length < rows.length ? ['fewer than asked for, to fit the size of an answer'] : []),
    ...(cuts.length > 0 ? [`shortened to fit it: ${quoted(cuts)}`] : []),
    ...(goesOn ? [`${moreText(more, isOpen)}: repeat the call with cursor ${cursor}`] : []),
    ...(!goesOn && isCut ? ['there are more, which the API does not give: ask for fewer'] : []),
  ]
  const text = shown.map(row => JSON.stringify(row)).join('\n')
  return { structured, summary: `${notes.join('; ')}.`, text }
}

/** A single row that is too long is shortened, as there would be no way past it. */
const fittingRows = (rows: readonly unknown[], room: number) => {
  let [used, kept] = [0, 0]
  for (const row of rows) {
    used += bytesOf(row) + 1
    if (used > room) break
    kept++
  }
  if (kept > 0 || rows.length === 0) return { shown: rows.slice(0, kept), cuts: [] }
  const { value, cuts } = fitted(rows[0], room)
  return { shown: [value], cuts: cutTexts(cuts, reserved / 3) }
}

const moreText = (more: number, isOpen: boolean) => {
  if (!isOpen) return `${more} more`
  return more === 0 ? 'there are more' : `at least ${more} more`
}

/** An object that has the value at a path such as `body.data`. */
export const nested = (path: string, value: unknown): Record<string, unknown> => {
  const [first = '', ...rest] = path.split('.')
  return { [first]: rest.length === 0 ? value : nested(rest.join('.'), value) }
}

const merged = (
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...left,
  ...Object.fromEntries(
    Object.entries(right).map(([name, value]) => {
      const own = left[name]
      return [name, isRecord(own) && isRecord(value) ? merged(own, value) : value]
    }),
  ),
})
