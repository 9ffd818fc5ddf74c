import { createServer } from 'node:http'

/**
 * Answers as fast as it can, so that what is measured is the cost of the client. Runs in a process
 * of its own, and sends its port to its parent.
 */
const pageSize = 500

const json = (data: unknown, more: object = {}) => JSON.stringify({ success: true, data, ...more })

const lead = json({
  ...{ id: 'adf21080-0e10-11eb-879b-05d71fb426ec', title: 'Lead', owner_id: 1, creator_id: 1 },
  ...{ label_ids: ['f08b42a0-4e75-11ea-9643-03698ef1cfd6'], person_id: 1, organization_id: null },
  ...{ source_name: 'API', origin: 'API', origin_id: null, channel: null, channel_id: null },
  ...{ is_archived: false, was_seen: false, value: { amount: 999, currency: 'USD' } },
  ...{ expected_close_date: null, next_activity_id: null, visible_to: '3', cc_email: 'a@b.test' },
  ...{ add_time: '2020-10-14T11:30:36.551Z', update_time: '2020-10-14T11:30:36.551Z' },
})

const deal = (id: number) => ({
  ...{ id, title: `Deal ${id}`, creator_user_id: 1, owner_id: 1 + (id % 20), value: 100 + id },
  ...{ person_id: 1 + (id % 100), org_id: 1 + (id % 100), stage_id: 1 + (id % 5), pipeline_id: 1 },
  ...{ currency: 'EUR', archive_time: null, add_time: '2025-02-01T09:00:00Z', is_archived: false },
  ...{ update_time: '2025-02-01T09:00:00Z', stage_change_time: null, status: 'open' },
  ...{ is_deleted: false, probability: null, lost_reason: null, visible_to: 3, close_time: null },
  ...{ won_time: null, lost_time: null, local_won_date: null, local_lost_date: null },
  ...{ local_close_date: null, expected_close_date: '2025-12-31', label_ids: [], origin: 'API' },
  ...{ origin_id: null, channel: null, channel_id: null, acv: null, arr: null, mrr: null },
})

const pages = new Map<string, string>()

/** `cursor` is the number of rows before; how many rows there are stands in the filter's id. */
const dealsFrom = (query: URLSearchParams): string => {
  const total = Number(query.get('filter_id') ?? 500)
  const from = Number(query.get('cursor') ?? 0)
  const limit = Math.min(pageSize, Number(query.get('limit') ?? 100))
  const key = `${total} ${from} ${limit}`
  const known = pages.get(key)
  if (known !== undefined) return known
  const count = Math.max(0, Math.min(limit, total - from))
  const rows = Array.from({ length: count }, (_, index) => deal(from + index + 1))
  const next = from + count < total ? String(from + count) : null
  const page = json(rows, { additional_data: { next_cursor: next } })
  pages.set(key, page)
  return page
}

const named = (query: URLSearchParams) =>
  json(
    (query.get('ids') ?? '').split(',').map(id => ({ id: Number(id), name: `Name of ${id}` })),
    { additional_data: { next_cursor: null } },
  )

const users = json(
  Array.from({ length: 20 }, (_, index) => ({
    ...{ id: index + 1, name: `User ${index + 1}`, email: `user${index + 1}@a.test` },
    ...{ active_flag: true },
  })),
)

const answer = (path: string, query: URLSearchParams): string | undefined => {
  if (/\/leads\/[^/]+$/.test(path)) return lead
  if (path.endsWith('/deals')) return dealsFrom(query)
  if (/\/(persons|organizations)$/.test(path)) return named(query)
  if (path.endsWith('/users')) return users
  return undefined
}

/** High enough that the limit is never what is measured. */
const limits = {
  'x-ratelimit-limit': '100000',
  'x-ratelimit-remaining': '99000',
  'x-ratelimit-reset': '1',
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const body = answer(pathname, searchParams)
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body ?? ''),
    ...limits,
  })
  response.end(body)
})

server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : undefined)
})
process.once('disconnect', () => process.exit())
