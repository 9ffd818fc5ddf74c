import { afterEach, beforeEach, expect, test } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { claimRuns, endRun, listRuns } from '../../runtime/store/index.ts'
import { startWorkflow } from '../../runtime/webhooks/index.ts'
import { createEventAge } from '../../runtime/webhooks/eventAge.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { deal, leadsTitled, startTestWorkflow } from './workflowBench.ts'

const minute = 60_000
const day = 24 * 60 * minute
const offs = [
  ['ten minutes ahead', 10 * minute],
  ['an hour ahead', 60 * minute],
  ['20 days ahead', 20 * day],
  ['a year ahead', 365 * day],
  ['an hour behind', -60 * minute],
  ['a year behind', -365 * day],
] as const

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

/** A workflow that is on in a process whose clock can be set. */
const withClock = async () => {
  let off = 0
  const bench = await startTestWorkflow(sandbox, undefined, { now: () => Date.now() + off })
  return { ...bench, set: (by: number) => void (off = by) }
}

test.each(offs)(
  'a clock that is %s drops no event, and none waits once it is put right',
  async (_, off) => {
    const { store, started, options, deliver, set, close } = await withClock()
    await started.pause()
    const paused = await startWorkflow({ ...options, concurrency: 0 })
    expect(await deliver(deal('before'))).toBe(200)
    set(off)
    expect(await deliver(deal('meanwhile'))).toBe(200)
    await paused.pause()
    set(0)
    const again = await startWorkflow(options)
    expect(await deliver(deal('after'))).toBe(200)
    while ((await listRuns(store)).some(({ state }) => state !== 'done')) await setTimeout(5)
    expect(await listRuns(store)).toHaveLength(3)
    expect(await leadsTitled(sandbox, 'Desks')).toBe(3)
    await again.pause()
    await close()
  },
)

test.each(offs)('a pause that was made by a clock %s ends once it is put right', async (_, off) => {
  const { store, started, options, deliver, set, close } = await withClock()
  await started.pause()
  const idle = await startWorkflow({ ...options, concurrency: 0 })
  await deliver(deal('paused'))
  await idle.pause()
  set(off)
  const [run] = await claimRuns(store, 'w', 1)
  const pauseMs = 10 * minute
  await endRun(store, run?.id ?? 0, {
    state: 'waiting',
    dueAt: store.now() + pauseMs,
    tokenCost: 0,
  })
  expect(await claimRuns(store, 'w', 1)).toEqual([])
  set(off + pauseMs - 5_000)
  expect(await claimRuns(store, 'w', 1)).toEqual([])
  set(0)
  expect(await claimRuns(store, 'w', 1)).toHaveLength(1)
  await close()
})

test('an event is too old by the API’s own clock only', () => {
  const at = (days: number) => ({ occurredAt: new Date(days * day).toISOString() })
  let now = 1_000 * day
  const isExpired = createEventAge(() => now)
  expect(isExpired(at(900))).toBe(false)
  expect(isExpired(at(1_000))).toBe(false)
  expect(isExpired(at(969))).toBe(true)
  expect(isExpired(at(971))).toBe(false)
  now = 9_000 * day
  expect(isExpired(at(1_001))).toBe(false)
  expect(isExpired(at(972))).toBe(false)
  now = 1_000 * day
  // A time that the API has not reached yet makes nothing old.
  expect(isExpired(at(5_000))).toBe(false)
  expect(isExpired(at(1_002))).toBe(false)
  now = 1 * day
  expect(isExpired(at(1_003))).toBe(false)
})
