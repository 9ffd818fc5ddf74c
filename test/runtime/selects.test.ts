import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadOptions } from '../../engine/index.ts'
import { actionNamed, openBench, success, type Bench } from './support.ts'
import { manualClock } from './clocks.ts'

let bench: Bench
const clock = manualClock()
beforeAll(async () => {
  bench = await openBench({ scale: 60 }, { timing: clock.timing })
})
afterAll(() => bench.close())

const open = async (path: string) => {
  const { client } = bench
  const loaded = await loadOptions(actionNamed('addDeal'), path, { input: {} }, { client })
  if ('error' in loaded) throw loaded.error
  return { calls: loaded.requests.length, labels: loaded.options.map(({ label }) => label) }
}

test.each(['deal.person_id', 'deal.org_id', 'deal.user_id', 'deal.pipeline_id', 'deal.stage_id'])(
  'the select %s costs no call when it is opened again',
  async path => {
    const first = await open(path)
    expect(first.labels.length).toBeGreaterThan(1)
    expect(await open(path)).toEqual({ ...first, calls: 0 })
  },
)

test('a person that was added meanwhile is among the choices', async () => {
  await open('deal.person_id')
  success(await bench.run('addPerson', { person: { name: 'Zora Newcomer' } }))
  expect((await open('deal.person_id')).labels).toContainEqual(
    expect.stringContaining('Zora Newcomer'),
  )
})

test('choices are asked for again after a minute', async () => {
  await open('deal.person_id')
  clock.pass(60_000)
  expect((await open('deal.person_id')).calls).toBeGreaterThan(0)
})
