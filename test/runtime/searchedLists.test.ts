import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantClock } from './clocks.ts'
import { openBench, pick, success, listOf, type Bench } from './support.ts'

let bench: Bench
const searchLagMs = 60_000
beforeAll(async () => {
  bench = await openBench({ scale: 2_900, searchLagMs }, { timing: instantClock().timing })
})
afterAll(() => bench.close())

const list = async (custom_fields: object, more: object = {}) => {
  const result = success(await bench.run('getDeals', { custom_fields, ...more }))
  const body = pick(result.output, 'body')
  return {
    ids: listOf(pick(body, 'data')).map(row => pick(row, 'id')),
    read: pick(body, 'additional_data', 'rows_read'),
    searches: result.requests.filter(({ path }) => path.endsWith('/search')).length,
  }
}
const add = async (custom_fields: object) =>
  pick(await bench.output('addDeal', { deal: { title: 'T', custom_fields } }), 'body', 'data', 'id')

test('beyond 2 500 rows, a text is searched, and what the index lacks is read', async () => {
  const id = await add({ Reference: 'Far-1', Source: 'Website' })
  const young = await list({ Reference: 'far-1' })
  expect(young).toMatchObject({ ids: [id], searches: 1 })
  expect(Number(young.read)).toBeLessThan(3_000)
  await bench.control('clock', { advance: searchLagMs + 1_000 })
  await Promise.all(Array.from({ length: 110 }, () => add({ Reference: 'Other' })))
  expect(await list({ Reference: 'far-1' })).toMatchObject({ ids: [id], searches: 1 })
  expect(await list({ Reference: 'far-1', Source: 'Website' })).toMatchObject({ ids: [id] })
  expect(await list({ Reference: 'far-1', Source: 'Other' })).toMatchObject({ ids: [] })
  expect(await list({ Reference: 'far-1' }, { status: 'won' })).toMatchObject({ ids: [] })
})

test('a search finds what reading every page finds, in the same order', async () => {
  const Reference = 'Same'
  for (let count = 0; count < 3; count++) await add({ Reference })
  for (const sort of [undefined, 'add_time DESC']) {
    const all = await bench.rows('getDeals', { sort })
    const wanted = all.filter(row => pick(row, 'custom', 'Reference') === Reference)
    const { ids, searches } = await list({ Reference }, { sort })
    expect(wanted).toHaveLength(3)
    expect(searches).toBe(1)
    expect(ids).toEqual(wanted.map(row => pick(row, 'id')))
  }
})

test('what is not searched, such as options, has every page read', async () => {
  const all = (await bench.rows('getDeals')).length
  expect(await list({ Source: 'Website' })).toMatchObject({ read: all, searches: 0 })
})
