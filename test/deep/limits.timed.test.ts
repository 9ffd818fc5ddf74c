import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { failure, openBench, success } from '../runtime/support.ts'

test('400 gets on Lite use at least 90 % of its rate, and no 429 surfaces', async () => {
  const bench = await openBench({ plan: 'lite' })
  const ids = (await bench.rows('getDeals', { limit: 200 })).map(deal =>
    Number(Reflect.get(Object(deal), 'id')),
  )
  // What the list has used up must be forgotten, or the first window would be shorter.
  await new Promise(resolve => setTimeout(resolve, 2_100))
  const start = performance.now()
  const send = bench.client.sender({ onRequest: () => {} })
  const steps = Array.from({ length: 400 }, (_, at) =>
    send({ method: 'GET', path: '/api/v2/deals/{id}', params: { id: ids[at % ids.length] ?? 0 } }),
  )
  const answers = await Promise.all(steps)
  const seconds = (performance.now() - start) / 1000
  expect(answers.map(({ status }) => status)).toEqual(Array(400).fill(200))
  // Five windows of 80: the fifth may be sent as soon as the fourth has passed.
  const share = (400 / 80 - 1) / (seconds / 2)
  console.log(
    `400 gets in ${seconds.toFixed(2)} s: ${(share * 100).toFixed(1)} % of the allowed rate`,
  )
  expect(share).toBeGreaterThanOrEqual(0.9)
  await bench.close()
}, 60_000)

test('a used up day fails at once and names Pipedrive’s daily reset', async () => {
  const bench = await openBench({ plan: 'lite' })
  success(await bench.run('getLeads', { limit: 1 }))
  await bench.control('spend', { tokens: 10_000_000 })
  const start = performance.now()
  const steps = Array.from({ length: 20 }, () =>
    runStep(findAction(pipedrive, 'getLeads'), {}, { client: bench.client }),
  )
  for (const result of await Promise.all(steps)) {
    expect(failure(result).recovery).toBe('wait')
    expect(failure(result).hint).toContain('daily reset')
  }
  expect(performance.now() - start).toBeLessThan(1_000)
  await bench.close()
})
