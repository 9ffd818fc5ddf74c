import { expect, test } from 'vitest'
import { pipedrive } from '../../../component/index.ts'
import type { HttpRequest, HttpResponse } from '../../../definitions/index.ts'
import { rateLimitedSync } from '../../../hosts/bytechef/paced.ts'

const deal: HttpRequest = { method: 'GET', path: '/api/v2/deals/{id}', params: { id: 1 } }
const search: HttpRequest = { method: 'GET', path: '/api/v2/deals/search' }
const response = (status = 200, headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status,
  headers,
  body: {},
})

/** A clock that only sleeping moves on, and the times at which requests are sent. */
const paced = (answer: (count: number) => HttpResponse, remainingMs = 60_000) => {
  let time = 1_000_000
  const sent: number[] = []
  const timing = {
    now: () => time,
    random: () => 0,
    sleep: (milliseconds: number) => {
      time += milliseconds
    },
  }
  const start = time
  const send = () => {
    sent.push(time - start)
    return answer(sent.length)
  }
  const limiter = { limits: pipedrive.limits }
  const request = rateLimitedSync(send, limiter, timing, () => remainingMs)
  return { sent, request, at: () => time - start }
}

test('no more are sent in a window than the limit of the group', () => {
  const { limits } = pipedrive
  const most = limits.groups['search'] ?? 0
  const { request, sent, at } = paced(() => response())
  for (let count = 0; count <= most; count++) request(search)
  expect(sent.slice(0, most)).toEqual(Array(most).fill(0))
  expect(sent.at(-1)).toBe(limits.windowMs)
  request(deal)
  expect(at()).toBe(limits.windowMs)
})

test('the next one waits for the window where a response says that nothing is left', () => {
  const { request, sent } = paced(() => response(200, { 'x-ratelimit-remaining': '0' }))
  request(deal)
  request(deal)
  expect(sent).toEqual([0, pipedrive.limits.windowMs])
})

test('a 429 is waited for as long as it says', () => {
  const { request, sent } = paced(count =>
    count === 1 ? response(429, { 'retry-after': '3' }) : response(),
  )
  expect(request(deal).status).toBe(200)
  expect(sent).toEqual([0, 3000])
})

test('a wait that would take too long is not begun, and the error has the time', () => {
  const { request, sent, at } = paced(() => response(429, { 'retry-after': '30' }), 10_000)
  expect(() => request(deal)).toThrow('the next request in 30 s')
  expect([sent, at()]).toEqual([[0], 0])
})

test('nothing more is sent once the budget of the day is used up', () => {
  const { request, sent } = paced(() => response(429, { 'x-daily-ratelimit-token-remaining': '0' }))
  expect(request(deal).status).toBe(429)
  expect(() => request(deal)).toThrow('daily token budget')
  expect(sent).toEqual([0])
})

test('nothing is sent for a while after the address was blocked', () => {
  const { request } = paced(() => ({ ...response(403), body: '<html>' }), 10_000)
  expect(request(deal).status).toBe(403)
  expect(() => request(deal)).toThrow('the next request in 60 s')
})
