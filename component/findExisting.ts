import {
  member,
  pageGuard,
  read,
  string,
  type Exchange,
  type ExistingRecords,
  type UncertainWrite,
  type Page,
  type PageRequest,
  type Property,
} from '../definitions/index.ts'
import { page } from './pages.ts'
import { connectedUser } from './lookups.ts'

interface Row {
  readonly id: number | string
  readonly owner_id?: number | null
}

/** How records are found that may be the one of a lost write. */
interface RecordSearch<R extends Row, Result> {
  /** The connected user if undefined. */
  readonly owner: number | undefined
  /** The title or the name. */
  readonly name: string
  /** Where the input says when the record came to be. */
  readonly addTime: string | undefined
  /** Records of an owner, newest first. */
  newest(
    owner: number,
    position: PageRequest,
  ): Exchange<Page<R> & { readonly date: string | undefined }>
  /** What the action gives for a record. */
  hydrate(row: R): Exchange<Result>
}

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDeals */
export const newest =
  <const R extends Property>(path: `/${string}`, row: R) =>
  (owner_id: number, position: PageRequest) =>
    page(path, {
      ...position,
      query: { owner_id, sort_by: 'id', sort_direction: 'desc' },
      row,
    })

/** Rows of a call; there is a second one only if all of them are as new as the write. */
const limit = 100

/** Both times are cut to whole seconds, and come from two servers. */
const tolerance = 3_000
/** Tolerance for the host's clock, where the server does not tell the time. */
const toleranceOfHost = 120_000

/** Records with this name and owner that were added since the lost write was sent. */
export function* findCreated<R extends Row, Result>(
  lost: UncertainWrite,
  { owner, name, addTime: given, newest, hydrate }: RecordSearch<R, Result>,
): Exchange<ExistingRecords<Result>> {
  const owner_id = owner ?? (yield* connectedUser())
  const matches = new Map<number | string, R>()
  let since: number | undefined
  const guard = pageGuard()
  let cursor: string | undefined
  do {
    const page = yield* newest(owner_id, { cursor, limit })
    guard(page)
    const begin = (since ??= sentAt(lost, page.date))
    const isOf = (time: number) => time >= begin || time === Date.parse(given ?? '')
    const recent = page.rows.filter(row => isOf(addTime(row)))
    for (const row of recent)
      if (row.owner_id === owner_id && normalizeName(nameOf(row)) === normalizeName(name))
        matches.set(row.id, row)
    cursor = recent.length === page.rows.length ? page.next : undefined
  } while (cursor !== undefined)
  const [only, ...others] = matches.values()
  const ids = [...matches.keys()]
  return only && others.length === 0 ? { ids, output: yield* hydrate(only) } : { ids }
}

/** When the write was sent, or a little earlier, by the server's clock. */
const sentAt = (lost: UncertainWrite, date = ''): number => {
  const now = Date.parse(date)
  return Number.isNaN(now) ? lost.sentAt - toleranceOfHost : now - lost.elapsedMs() - tolerance
}

const addTime = (row: Row): number =>
  Date.parse(read(string(), member(row, 'add_time'), 'add_time'))

const nameOf = (row: Row): string =>
  read(string(), member(row, 'title') ?? member(row, 'name'), 'name')

/** Names of persons are taken apart and put together again, which changes spaces. */
const normalizeName = (text: string): string => text.trim().replace(/\s+/g, ' ')
