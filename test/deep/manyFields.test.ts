import { expect, test } from 'vitest'
import { openBench, pick, success } from '../runtime/support.ts'

test('an account with ten thousand fields is written and read by name as any other', async () => {
  const bench = await openBench({ dealFields: 10_000 })
  const deal = { title: 'Large', custom_fields: { Reference: 'R', Source: 'Website' } }
  const [cold, warm] = [
    success(await bench.run('addDeal', { deal })),
    success(await bench.run('addDeal', { deal })),
  ]
  const pages = [cold, warm].map(
    ({ requests }) => requests.filter(({ path }) => path === '/api/v2/dealFields').length,
  )
  console.log(`10 000 fields: ${pages[0]} pages at first, ${warm.ms} ms with all of them known`)
  expect(pages).toEqual([21, 0])
  expect(pick(warm.output, 'body', 'data', 'custom')).toMatchObject(deal.custom_fields)
  await bench.close()
}, 60_000)
