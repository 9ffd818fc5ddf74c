import {
  array,
  boolean,
  ComponentError,
  integer,
  member,
  NotSent,
  object,
  read,
  readOptional,
  string,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
  type Method,
  type OutputOf,
  type Page,
  type Params,
  type PageRequest,
  type Property,
  type Query,
} from '../definitions/index.ts'
import { apiError, noAnswer } from './errors.ts'

/** One request; fails inside the caller's frame, so that the stack names the action. */
export function* send(request: HttpRequest): Exchange<HttpResponse> {
  const [outcome] = yield [request]
  if (!outcome || 'error' in outcome) throw unanswered(request, outcome?.error)
  const { response } = outcome
  if (response.status < 200 || response.status > 299) throw apiError(request, response)
  return response
}

/** What a host refuses by itself, such as sending beyond the daily budget, it has said already. */
const unanswered = (request: HttpRequest, error: unknown) =>
  error instanceof ComponentError && !(error instanceof NotSent) ? error : noAnswer(request, error)

type Call<Path extends `/${string}`, Returns extends Property> = Params<Path> &
  Pick<HttpRequest, 'query' | 'body' | 'reuse' | 'fresh'> & { readonly returns: Returns }

const call = (method: Method) =>
  function* <const Path extends `/${string}`, const Returns extends Property>(
    path: Path,
    { returns, ...request }: Call<Path, Returns>,
  ): Exchange<OutputOf<Returns>> {
    const { body, status } = yield* send({ method, path, ...request })
    // A repeated DELETE that found nothing has succeeded, without a body.
    const data = status === 204 ? request.params : member(body, 'data')
    return read(returns, returns.type === 'ARRAY' ? listed(data) : data, 'data')
  }

/** Some lists are null when they are empty. One that is missing is not empty. */
const listed = (list: unknown): unknown => (list === null ? [] : list)

/** `data` of the answer. https://developers.pipedrive.com/docs/api/v1 */
export const get = call('GET')
export const post = call('POST')
export const del = call('DELETE')

/** As many rows as API v2 gives in one page. */
export const pageSize = 500

/** What time it was at the server that gave the answer, as far as it has said. */
export interface Dated {
  readonly date: string | undefined
}

const More = object({ properties: { next_cursor: string() } })

/** One page of API v2. https://pipedrive.readme.io/docs/core-api-concepts-pagination */
export function* page<const Row extends Property>(
  path: `/${string}`,
  { query, row, cursor, limit: wanted = pageSize }: PageRequest & { query: Query; row: Row },
): Exchange<Page<OutputOf<Row>> & Dated> {
  const limit = Math.min(wanted, pageSize)
  const { body, headers } = yield* send({ method: 'GET', path, query: { ...query, limit, cursor } })
  const data = member(body, 'data')
  const rows = path.endsWith('/search') && data !== null ? member(data, 'items') : data
  const next = readOptional(More, member(body, 'additional_data'), 'additional_data')?.next_cursor
  if (typeof next === 'string' && next === cursor)
    throw new ComponentError(`GET ${path} gave the same cursor twice`, { recovery: 'report' })
  return {
    rows: read(array({ items: row }), listed(rows), 'data'),
    next: next ?? undefined,
    date: headers['date'],
  }
}

/** Searches are said to take no more than a hundred at once, though their schema says 500. */
export const searchPage: typeof page = (path, { limit = 100, ...search }) =>
  page(path, { ...search, limit: Math.min(limit, 100) })

const Start = object({
  properties: { start: integer(), limit: integer(), more_items_in_collection: boolean() },
})

/**
 * One page of API v1, which counts rows. The schema puts the paging facts into `additional_data`,
 * the guide into `additional_data.pagination`; both are understood.
 */
export function* pageV1<const Row extends Property>(
  path: `/${string}`,
  { query, row, cursor, limit: wanted = pageSize }: PageRequest & { query: Query; row: Row },
): Exchange<Page<OutputOf<Row>> & Dated> {
  const start = Number(cursor ?? 0)
  const limit = Math.min(wanted, pageSize)
  const { body, headers } = yield* send({
    method: 'GET',
    path,
    query: { ...query, start, limit },
  })
  const rows = read(array({ items: row }), listed(member(body, 'data')), 'data')
  const extra = member(body, 'additional_data')
  const facts = readOptional(Start, member(extra, 'pagination') ?? extra, 'additional_data')
  const more = facts?.more_items_in_collection === true && rows.length > 0
  return { rows, next: more ? String(start + rows.length) : undefined, date: headers['date'] }
}
