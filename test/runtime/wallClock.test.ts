import { vi } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { openServer, sendJson, type Answer } from './server.ts'
import { failure, success } from './support.ts'

const year = 365 * 24 * 3_600_000
afterEach(() => vi.restoreAllMocks())

/** Deals of a server, and the milliseconds that they took, while the clock on the wall jumps. */
const dealsWhile = async (by: number, answer: Answer, timeout?: number) => {
  const server = await openServer((response, request, number) => {
    const real = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => real + by)
    answer(response, request, number)
  })
  const tokens = { accessToken: 'secret', apiDomain: server.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const began = performance.now()
  const result = await runStep(
    findAction(pipedrive, 'getDeals'),
    {},
    {
      client,
      ...(timeout !== undefined && { timeout }),
    },
  )
  const took = performance.now() - began
  await client.close()
  await server.close()
  return { result, took, asked: server.heard.length }
}
const empty = { success: true, data: [], additional_data: { next_cursor: null } }

test.each([
  ['back', -year],
  ['forth', year],
])(
  'a clock that is set %s during a wait changes neither the wait nor the time that is shown',
  async (_, by) => {
    const told = { 'retry-after': '1' }
    const { result, took } = await dealsWhile(by, (response, _, number) =>
      number === 1 ? sendJson(response, {}, 429, told) : sendJson(response, empty),
    )
    success(result)
    expect(took).toBeGreaterThanOrEqual(990)
    expect(took).toBeLessThan(10_000)
    expect(Math.abs(result.ms - took)).toBeLessThan(500)
    for (const { ms } of result.requests) expect(ms).toBeLessThan(5_000)
  },
)

test.each([
  ['back', -year],
  ['forth', year],
])('a clock that is set %s changes nothing about the time that a step has', async (_, by) => {
  const { result, took } = await dealsWhile(by, () => {}, 300)
  expect(failure(result)).toMatchObject({ recovery: 'retry' })
  expect(took).toBeGreaterThanOrEqual(290)
  expect(took).toBeLessThan(5_000)
})
