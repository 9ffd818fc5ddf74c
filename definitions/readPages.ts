import { ComponentError } from './errors.ts'
import type { Exchange } from './exchange.ts'
import type { ListPages, Narrowed, Page } from './pages.ts'
import { integer } from './property.ts'
import { member, readOptional } from './read.ts'

/** Limit of consecutive pages without a row, so that a broken API can’t make a list endless. */
const maxEmptyPages = 100

/** Refuses pages that would never end: a cursor that comes again, or one empty page after another. */
export const pageGuard = (): ((page: Page<unknown>) => void) => {
  const cursors = new Set<string>()
  let empty = 0
  return ({ rows, next }) => {
    if (next === undefined) return
    empty = rows.length === 0 ? empty + 1 : 0
    if (cursors.has(next)) throw endless('the API gave the same cursor twice')
    if (empty > maxEmptyPages)
      throw endless(`the API gave ${empty} empty pages one after the other`)
    cursors.add(next)
  }
}

const endless = (why: string) =>
  new ComponentError(`The list does not end: ${why}`, {
    recovery: 'retry',
    hint: 'Read the list again; if it happens again, report it to the vendor of the API.',
  })

/** A list being read. */
export interface ListReader<Raw> {
  /** The rows of the next page that are kept, before they are hydrated. */
  read(): Exchange<readonly Raw[]>
  isOver(): boolean
  /** There are more rows than those that were read. */
  isTruncated(): boolean
  /** How many rows a filter has looked at that was asked for by `narrow`; undefined without one. */
  rowsRead(): number | undefined
}

/** Each row once, also where it moves between pages while they are read; at most `limit` of them. */
export const openList = <In, Raw>(
  list: Omit<ListPages<In, Raw>, 'hydrate'>,
  input: In,
): ListReader<Raw> => {
  const limit = readOptional(integer(), member(input, 'limit')) ?? Infinity
  const transform = list.transform?.(input)
  const keep = list.keep?.(input) ?? (() => true)
  const maxRows = list.maxRows?.(input) ?? Infinity
  const seen = new Set<unknown>()
  let guard = pageGuard()
  let cursor: string | undefined
  let narrowed: Narrowed<Raw> | undefined
  let isRenewed = false
  let pages = 0
  let [given, received, isOver, truncated] = [0, 0, false, false]

  const isNew = (row: Raw) => {
    const id = list.idOf ? list.idOf(row) : member(row, 'id')
    if (id === undefined || id === null) return true
    return !seen.has(id) && seen.add(id)
  }

  function* page(): Exchange<readonly Raw[]> {
    const {
      keep: isWanted,
      look,
      rest,
    } = (narrowed ??= list.narrow ? yield* list.narrow(input) : {})
    const isPart = limit !== Infinity && !transform && !list.keep?.(input) && !isWanted
    const page = yield* list.page(input, { cursor, limit: isPart ? limit - given : undefined })
    guard(page)
    if (look) yield* look(page.rows)
    const further = page.next === undefined ? undefined : rest?.(++pages)
    const rows = further ? [...page.rows, ...(yield* further)] : page.rows
    received += rows.length
    cursor = further ? undefined : page.next
    return rows.filter(row => isNew(row) && keep(row) && (!isWanted || isWanted(row)))
  }

  /** An empty list may be due to a filter that is out of date: then it is read again. */
  function* mustReadAgain(): Exchange<boolean> {
    if (isRenewed || given > 0 || cursor !== undefined || !narrowed?.renew) return false
    isRenewed = true
    if (!(yield* narrowed.renew())) return false
    guard = pageGuard()
    ;[received, pages] = [0, 0]
    seen.clear()
    return true
  }

  function* whole(apply: (rows: readonly Raw[]) => readonly Raw[]): Exchange<readonly Raw[]> {
    const rows: Raw[] = []
    do for (const row of yield* page()) rows.push(row)
    while (cursor !== undefined)
    return apply(rows)
  }

  return {
    *read() {
      const rows = transform ? yield* whole(transform.apply) : yield* page()
      const kept = rows.slice(0, limit - given)
      given += kept.length
      isOver = cursor === undefined || given >= limit
      truncated = cursor !== undefined || kept.length < rows.length || received >= maxRows
      if (yield* mustReadAgain()) isOver = false
      return kept
    },
    isOver: () => isOver,
    isTruncated: () => truncated,
    rowsRead: () => (narrowed?.keep ? received : undefined),
  }
}
