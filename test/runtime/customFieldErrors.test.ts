import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProperties } from '../../engine/index.ts'
import { actionNamed, failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const add = (custom_fields: object) =>
  bench.run('addDeal', { deal: { title: 'Custom fields', custom_fields } })
const writes = (requests: readonly { readonly method: string; readonly status: number | null }[]) =>
  requests.filter(({ method }) => method !== 'GET')

test.each([
  ['Decision maker', 'a person'],
  ['Reseller', 'an organization'],
  ['Presales', 'a user'],
])('%s that does not exist is refused by Pipedrive, whole, and named', async (name, what) => {
  const deals = async () => (await bench.rows('getDeals', { sort: 'id DESC', limit: 1 }))[0]
  const before = await deals()
  const result = await add({ [name]: 999_999_999, Reference: 'with it' })
  const { message, recovery } = failure(result)
  expect(message).toContain(`${JSON.stringify(name)} (`)
  expect(message).toContain(`must be the id of ${what}`)
  expect([recovery, writes(result.requests)]).toMatchObject(['fix-input', [{ status: 400 }]])
  expect(await deals()).toEqual(before)
})

test('an option that was deleted is refused by Pipedrive, and before anything is sent once that is known', async () => {
  const added = success(await add({ Source: 'Website' }))
  const [key = '', id] =
    Object.entries(Object(pick(added.output, 'body', 'data', 'custom_fields')) as object).find(
      ([, value]) => typeof value === 'number',
    ) ?? []
  const { url, accessToken } = bench.sandbox
  const removed = await fetch(`${url}/api/v2/dealFields/${key}/options`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify([{ id }]),
  })
  expect(removed.status).toBe(200)
  const refused = failure(await add({ Source: 'Website' })).message
  expect(refused).toMatch(/"Source" \(\w{40}\) must be the id of an option/)
  const query = { input: {}, fresh: true }
  await loadProperties(actionNamed('addDeal'), 'deal.custom_fields', query, bench)
  for (const given of ['Website', id]) {
    const result = await add({ Source: given })
    expect(failure(result).message).toContain(
      `deal.custom_fields.Source: ${JSON.stringify(given)} is not one of the options; `,
    )
    expect(writes(result.requests)).toEqual([])
  }
})

test('one wrong field is no reason to write the others', async () => {
  const result = await add({ Reference: 'R', 'Decision date': '2026-02-30', Budget: 5 })
  expect(failure(result).message).toMatch(
    /"2026-02-30" is not a date that exists.*; deal\.custom_fields\.Budget: 5 is not money/,
  )
  expect(writes(result.requests)).toEqual([])
})
