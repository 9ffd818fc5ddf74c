import {
  all,
  member,
  type Exchange,
  type OutputOf,
  type Page,
  type PageRequest,
  type Query,
} from '../../definitions/index.ts'
import { pageV1, type PageV1 } from '../../component/pages.ts'
import { compare } from '../../component/sort.ts'
import { LeadRecord } from '../../component/apiSchemas.ts'

type Lead = OutputOf<typeof LeadRecord>

const current = '/api/v1/leads'
const archived = '/api/v1/leads/archived'

/**
 * Archived leads have a list of their own since July 2025; for all of them, both are read at once
 * and merged. https://developers.pipedrive.com/changelog
 */
export function* leadsPage(
  status: 'archived' | 'not_archived' | 'all',
  query: Query,
  position: PageRequest,
): Exchange<Page<Lead>> {
  const { updated_since: _, ...ofArchived } = query
  const queries = { [current]: query, [archived]: ofArchived }
  const list = (path: keyof typeof queries, cursor: string | undefined) =>
    cursor === end
      ? nothing()
      : pageV1(path, { ...position, cursor, query: queries[path], row: LeadRecord })
  if (status === 'not_archived') return yield* list(current, position.cursor)
  if (status === 'archived') return yield* list(archived, position.cursor)
  const [first = '0', second = '0'] = position.cursor?.split(',') ?? []
  const [left, right] = yield* all([list(current, first), list(archived, second)])
  const sort = typeof query['sort'] === 'string' ? query['sort'] : 'add_time'
  const [field = '', direction] = sort.split(' ')
  const { rows, taken } = merge(left, right, field, direction === 'DESC')
  const [next, nextArchived] = [left.after(taken[0]) ?? end, right.after(taken[1]) ?? end]
  const over = next === end && nextArchived === end
  return { rows, next: over ? undefined : `${next},${nextArchived}` }
}

/** Stands for the cursor of a list that has no more rows, and is not to be asked again. */
const end = 'end'

function* nothing(): Exchange<PageV1<Lead>> {
  return { rows: [], after: () => undefined, date: undefined }
}

/**
 * Merges two sorted pages as far as their order is certain: where a page ends and its list goes
 * on, the next row might belong first. What is left over is read again with the next page.
 */
const merge = (left: Page<Lead>, right: Page<Lead>, field: string, descending: boolean) => {
  const rows: Lead[] = []
  let [l, r] = [0, 0]
  for (;;) {
    const [a, b] = [left.rows[l], right.rows[r]]
    if (
      (a === undefined && left.next !== undefined) ||
      (b === undefined && right.next !== undefined)
    )
      break
    if (a === undefined && b === undefined) break
    const takeLeft =
      b === undefined ||
      (a !== undefined && compare(member(a, field), member(b, field), descending) <= 0)
    const row = takeLeft ? a : b
    if (row !== undefined) rows.push(row)
    if (takeLeft) l++
    else r++
  }
  return { rows, taken: [l, r] as const }
}
