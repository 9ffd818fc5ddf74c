import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, vi, test } from 'vitest'
import { pipedrive } from '../../../component/index.ts'
import { createClient } from '@libsql/client'
import {
  acceptEvents,
  claimRuns,
  endRun,
  listRuns,
  maxEventAgeMs,
  openStore,
  pruneRuns,
  startRun,
  subscriptionFor,
  type RunState,
} from '../../../runtime/store/index.ts'
import { startPruning } from '../../../runtime/webhooks/pruning.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { connected } from './support.ts'

const day = 24 * 3_600_000
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterEach(() => void vi.useRealTimers())
afterAll(() => sandbox.close())

/** A store with runs of events of the given ages in days, each as large as given. */
const filled = async (ages: readonly number[], state: RunState = 'done', text = '') => {
  let off = 0
  const now = () => Date.now() + off
  const { folder, store, connection } = await connected(sandbox, { now })
  const subject = { workflow: 'w', trigger: 'newDeal', connectionId: connection.id }
  const subscription = await subscriptionFor(store, subject)
  const given = ages.map((age, at) => ({
    id: `${at}`,
    occurredAt: new Date(Date.now() - age * day).toISOString(),
    data: { title: text, more: Array.from({ length: text.length / 40 }, () => Math.random()) },
    ...{ previous: null, meta: { entity_id: at } },
  }))
  await acceptEvents(store, 'w', subscription, given)
  for (const { id } of await claimRuns(store, 'w', ages.length))
    await endRun(store, id, { state, tokenCost: 0 })
  const left = async () => (await listRuns(store, { limit: 1_000 })).map(({ eventId }) => eventId)
  const bytes = async () => {
    await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
    return (await stat(join(folder, 'store.db'))).size
  }
  return { store, folder, left, bytes, set: (by: number) => void (off = by) }
}

test('what ended two months before the newest event is deleted, and what waits for a person after a year', async () => {
  for (const [state, expected] of [
    ['done', ['1', '0']],
    ['failed', ['1', '0']],
    ['parked', ['3', '2', '1', '0']],
    ['dead', ['3', '2', '1', '0']],
  ] as const) {
    const { store, left } = await filled([0, 59, 61, 300, 400], state)
    await pruneRuns(store, 'w')
    expect(await left()).toEqual(expected)
    store.close()
  }
})

test('what waits or is under way is never deleted', async () => {
  const { store, left } = await filled([0, 900], 'waiting')
  await pruneRuns(store, 'w')
  expect(await left()).toEqual(['1', '0'])
  store.close()
})

test.each([365 * day, 40 * 365 * day])(
  'a clock that is %i ms ahead deletes nothing',
  async ahead => {
    const { store, left, set } = await filled([0, 5, 59])
    set(ahead)
    await pruneRuns(store, 'w')
    expect(await left()).toEqual(['2', '1', '0'])
    store.close()
  },
)

test('an event from the future, by a clock of the API that was wrong, deletes nothing', async () => {
  const { store, left } = await filled([-10_000, 0, 59])
  await pruneRuns(store, 'w')
  expect(await left()).toEqual(['2', '1', '0'])
  store.close()
})

test('runs by hand are deleted too', async () => {
  const { store, left, set } = await filled([0])
  set(-2 * maxEventAgeMs - day)
  const { id } = await startRun(store, 'w', { title: 'By hand' })
  await endRun(store, id, { state: 'done', tokenCost: 0 })
  set(0)
  await pruneRuns(store, 'w')
  expect(await left()).toEqual(['0'])
  store.close()
})

const old = Array.from({ length: 60 }, () => 100)

test('the file shrinks with them', async () => {
  const { store, left, bytes } = await filled([0, ...old], 'done', 'x'.repeat(40_000))
  const before = await bytes()
  await pruneRuns(store, 'w')
  expect(await left()).toEqual(['0'])
  expect(await bytes()).toBeLessThan(before / 4)
  store.close()
})

test('a file of an earlier version, which can’t shrink bit by bit, does too', async () => {
  const { store, folder } = await filled([0, ...old], 'done', 'x'.repeat(40_000))
  const path = join(folder, 'store.db')
  const client = createClient({ url: pathToFileURL(path).href })
  store.close()
  await client.execute('PRAGMA auto_vacuum = NONE')
  await client.execute('VACUUM')
  client.close()
  const again = await openStore({ component: pipedrive, folder })
  const before = (await stat(path)).size
  await pruneRuns(again, 'w')
  await again.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
  expect((await stat(path)).size).toBeLessThan(before / 4)
  again.close()
})

test('runs are deleted while a workflow is on, every hour', async () => {
  const { store, left } = await filled([0, 59])
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stop = startPruning(
    store,
    async () => ['v', 'w'],
    error => expect(error).toBeUndefined(),
  )
  await store.db.run(`UPDATE runs SET occurredAt = occurredAt - ${10 * day} WHERE eventId = '1'`)
  vi.advanceTimersByTime(3_600_000)
  await stop()
  expect(await left()).toEqual(['0'])
  store.close()
})
