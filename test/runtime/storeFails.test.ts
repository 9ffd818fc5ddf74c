import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listRuns, StoreError } from '../../runtime/store/index.ts'
import { startWorkflow } from '../../runtime/webhooks/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { deal, leadsTitled, startTestWorkflow } from './workflowBench.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ scale: 20 })
})
afterEach(() => sandbox.close())

/** A workflow whose store can't be written to from the given moment on, until it is told. */
const openFailing = async (moment: 'onRun' | 'onStep') => {
  const bench = await startTestWorkflow(sandbox)
  await bench.started.pause()
  const errors: unknown[] = []
  let failing = false
  const fail = () => {
    if (failing || errors.length > 0) return
    failing = true
    void Promise.resolve(bench.store.db.run('PRAGMA query_only = ON'))
  }
  const onError = (error: unknown) => void errors.push(error)
  const started = await startWorkflow({ ...bench.options, [moment]: fail, onError })
  return {
    ...bench,
    errors,
    repair: () => bench.store.db.run('PRAGMA query_only = OFF'),
    async close() {
      await started.pause()
      await bench.close()
    },
  }
}

test.each(['onRun', 'onStep'] as const)(
  'a run that the store could not keep (%s) goes on once it can, without a new start',
  async moment => {
    const { store, deliver, errors, repair, close } = await openFailing(moment)
    await Promise.all(['a', 'b', 'c'].map(id => deliver(deal(id))))
    while (errors.length === 0) await setTimeout(5)
    for (const error of errors) expect(error).toBeInstanceOf(StoreError)
    await repair()
    await Promise.all(['a', 'b', 'c'].map(id => deliver(deal(id))))
    while ((await listRuns(store)).some(({ state }) => state !== 'done')) await setTimeout(50)
    expect(await listRuns(store)).toHaveLength(3)
    expect(await leadsTitled(sandbox, 'Desks')).toBe(3)
    await close()
  },
)

test('a run that can never succeed is given up and not tried for ever', async () => {
  const { store, started, options, after, close } = await startTestWorkflow(sandbox)
  await started.pause()
  await store.db.run(`INSERT INTO runs (workflow, subscriptionId, eventId, event, state, attempts,
    dueAt, receivedAt, tokens) SELECT workflow, id, 'broken', '{"id":1}', 'waiting', 0, 0, 0, 0
    FROM subscriptions`)
  const again = await startWorkflow(options)
  expect(await after(1)).toMatchObject({ state: 'dead', error: { recovery: 'report' } })
  await again.pause()
  await close()
})
