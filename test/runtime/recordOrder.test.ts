import { setTimeout } from 'node:timers/promises'
import {
  acceptEvents,
  claimRuns,
  listRuns,
  retryRun,
  subscriptionFor,
} from '../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { deal, startTestWorkflow } from './workflowBench.ts'
import { connected } from './store/support.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 0, 0, second)).toISOString()

/** A delivery about a record, some seconds after the first. */
const about = (record: string, second: number) => {
  const { meta, ...rest } = deal(`${record}-${second}`, `${record}-${second}`, at(second))
  return { ...rest, meta: { ...meta, entity_id: record } }
}

test('runs of one record go one after the other in the order of their events, others beside them', async () => {
  const { store, connection } = await connected(sandbox)
  const subject = { workflow: 'w', trigger: 'newDeal', connectionId: connection.id }
  const subscription = await subscriptionFor(store, subject)
  const events = [about('1', 3), about('1', 1), about('2', 2), about('1', 2)]
  await acceptEvents(
    store,
    'w',
    { ...subscription, connectionId: connection.id },
    events.map(({ meta, data }) => ({
      ...{ id: meta.id, occurredAt: meta.timestamp, data, previous: null, meta },
    })),
  )
  const seen: string[][] = []
  for (;;) {
    const claimed = await claimRuns(store, 'w', 8)
    if (claimed.length === 0) break
    seen.push(claimed.map(({ eventId }) => eventId ?? '').sort())
    for (const run of claimed)
      await store.db.run(`UPDATE runs SET state = 'done' WHERE id = ${run.id}`)
  }
  expect(seen).toEqual([['1-1', '2-2'], ['1-2'], ['1-3']])
  store.close()
})

test('an event that comes after a newer one of its record has been run is not run', async () => {
  const { store, started, deliver, after, close } = await startTestWorkflow(sandbox)
  expect(await deliver(about('1', 5))).toBe(200)
  expect((await after(1)).state).toBe('done')
  expect(await deliver(about('1', 4))).toBe(200)
  expect(await deliver(about('2', 4))).toBe(200)
  await after(3)
  const ends = (await listRuns(store)).map(({ eventId, state }) => [eventId, state])
  expect(Object.fromEntries(ends)).toEqual({ '1-5': 'done', '1-4': 'failed', '2-4': 'done' })
  expect(await listRuns(store, { states: ['failed'] })).toEqual([])
  const [run] = await listRuns(store, { states: ['skipped'] })
  expect(run?.error?.message).toContain('a newer event of the same record')
  await retryRun(store, run?.id ?? 0)
  started.wake()
  expect(await after(4)).toMatchObject({ id: run?.id, state: 'done' })
  await close()
})

test('many updates of one record all end, and the worker rests between them', async () => {
  const { store, deliver, after, close } = await startTestWorkflow(sandbox)
  for (let second = 0; second < 12; second++) await deliver(about('7', second))
  await after(12)
  await setTimeout(20)
  expect(await listRuns(store, { states: ['done'] })).toHaveLength(12)
  await close()
})
