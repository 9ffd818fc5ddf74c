import { pipedrive } from '../../component/index.ts'
import type { WebhookEvent } from '../../definitions/index.ts'

const answer = (data: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status: 200,
  headers,
  body: { success: true, data },
})
const made = (method: string, path: string, body: unknown, data: unknown, headers = {}) =>
  pipedrive.changes?.madeBy({ method, path, body, answer: answer(data, headers) })
const at = Date.UTC(2026, 2, 2, 8, 15, 1)

test('a write tells which record it has changed, when, and how', () => {
  const deal = { id: 42, title: 'Desks', value: 5, update_time: '2026-03-02T08:15:01Z' }
  expect(made('PATCH', '/api/v2/deals/42', { title: 'desks' }, deal)).toEqual({
    ...{ record: 'deal 42', changedAt: at, values: { title: 'Desks' } },
  })
  const person = { id: 7, add_time: '2026-03-02T08:15:01Z', update_time: null }
  expect(made('POST', '/api/v2/persons', { name: 'Jo' }, person)).toEqual({
    ...{ record: 'person 7', changedAt: at, values: { name: 'Jo' } },
  })
  expect(
    made('PUT', '/v1/deals/42/', { label: 1 }, { update_time: '2026-03-02 08:15:01' }),
  ).toEqual({ record: 'deal 42', changedAt: at })
  expect(made('POST', '/api/v2/deals/42/products', {}, { id: 9 })).toEqual({ record: 'deal 42' })
  const headers = { 'x-correlation-id': 'abc' }
  expect(made('PATCH', '/api/v2/activities/3', undefined, null, headers)).toEqual({
    ...{ record: 'activity 3', correlationId: 'abc' },
  })
})

test.each([
  ['POST', '/api/v1/leads', { id: 'a' }],
  ['POST', '/api/v2/deals', { title: 'without an id' }],
  ['POST', '/api/v2/deals/search', {}],
  ['GET', '/other/deals/42', { id: 42 }],
])('%s %s changes no record that a trigger tells of', (method, path, data) => {
  expect(made(method, path, {}, data)).toBeUndefined()
})

const event = (meta: WebhookEvent['meta'], previous: WebhookEvent['previous'] = null) =>
  pipedrive.changes?.toldBy({
    ...{ id: 'e', occurredAt: '2026-03-02T08:15:01.250Z', previous },
    data: { id: 42, title: 'Desks', update_time: '2026-03-02T08:15:01Z' },
    meta: { entity: 'deal', entity_id: '42', correlation_id: 'abc', ...meta },
  })

test('an event tells the same, where the connected user may have made the change', () => {
  const known = { record: 'deal 42', changedAt: at, correlationId: 'abc' }
  expect(event({})).toEqual(known)
  expect(event({ change_source: 'api', user_id: '1', webhook_owner_id: 1 })).toEqual(known)
  expect(event({}, { title: 'Desk' })).toEqual({ ...known, values: { title: 'Desks' } })
  expect(event({ change_source: 'app', user_id: '1', webhook_owner_id: '1' })).toBeUndefined()
  expect(event({ change_source: 'api', user_id: '2', webhook_owner_id: '1' })).toBeUndefined()
  expect(event({ entity_id: null })).toBeUndefined()
})
