import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { listConnections } from '../../../runtime/connections/index.ts'
import {
  acceptEvents,
  addWorkflow,
  claimRuns,
  countRuns,
  endRun,
  listRuns,
  listWorkflows,
  openJournal,
  runOf,
  saveSample,
  subscriptionFor,
  type Store,
} from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { connected } from './support.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterAll(() => sandbox.close())

const occurredAt = '2026-07-01T10:00:00.000Z'
const event = (id: string) => ({
  id,
  occurredAt,
  data: { title: id },
  previous: null,
  meta: { entity_id: id },
})

/** Two of each: the first is to be damaged. */
const filled = async () => {
  const { store, connection } = await connected(sandbox)
  for (const label of ['damaged', 'whole'])
    await addWorkflow(store, { label, triggers: [], tasks: [] }, connection.id)
  const subject = { workflow: 'w', trigger: 'newDeal', connectionId: connection.id }
  const subscription = await subscriptionFor(store, subject)
  await acceptEvents(store, 'w', subscription, [event('damaged'), event('whole')])
  for (const { id } of await claimRuns(store, 'w', 2)) {
    await (
      await openJournal(store, id)
    )
      .step('a', 'addDeal')
      .write(0, { method: 'POST', path: '/a' })
    const error = { name: 'E', message: 'm', recovery: 'report' } as const
    await endRun(store, id, { state: 'failed', error, tokenCost: 1 })
  }
  return { store, subscription }
}

const numbers = [
  ['connections', 'expiresAt'],
  ['connections', 'createdAt'],
  ['workflows', 'updatedAt'],
  ['runs', 'dueAt'],
  ['runs', 'receivedAt'],
  ['runs', 'startedAt'],
  ['runs', 'endedAt'],
] as const

test.each(numbers)('an absurd %s.%s keeps nothing from being read', async (table, column) => {
  const { store } = await filled()
  for (const value of ['9223372036854775807', '-9223372036854775808', `'soon'`, '1e300']) {
    await store.db.run(sql.raw(`UPDATE ${table} SET ${column} = ${value} WHERE rowid = 1`))
    await readAll(store)
  }
  store.close()
})

const texts = [
  ...[['workflows', 'definition'] as const, ['workflows', 'samples'], ['workflows', 'live']],
  ...[['runs', 'event'] as const, ['runs', 'error']],
] as const

test.each(texts)('a %s.%s that is no JSON keeps nothing from being read', async (table, column) => {
  const { store, subscription } = await filled()
  for (const value of ['{', '', '\u0000', '[[[']) {
    await store.db.run(sql`UPDATE ${sql.raw(`${table} SET ${column}`)} = ${value} WHERE rowid = 1`)
    await readAll(store)
  }
  await acceptEvents(store, 'w', subscription, [event('next')])
  expect(await claimRuns(store, 'w', 9)).toHaveLength(1)
  store.close()
})

const readAll = async (store: Store) => {
  expect(await listConnections(store)).toHaveLength(1)
  const workflows = await listWorkflows(store)
  expect(workflows).toHaveLength(2)
  for (const { id } of workflows) await saveSample(store, id, 'a', { b: 1 }, 'c')
  expect(await listRuns(store)).toHaveLength(2)
  expect(await countRuns(store, { states: ['failed'] })).toBe(2)
  expect(await listRuns(store, { search: 'whole' })).toHaveLength(1)
}

test('a damaged journal is told of its run alone, and is not gone on with', async () => {
  const { store } = await filled()
  const [whole, damaged] = await listRuns(store)
  await store.db.run(`UPDATE steps SET writes = '[{' WHERE runId = ${damaged?.id ?? 0}`)
  await expect(runOf(store, damaged?.id ?? 0)).rejects.toMatchObject({
    message: 'What is stored of a step of this run is damaged',
    hint: expect.stringContaining('delete the run'),
  })
  await expect(openJournal(store, damaged?.id ?? 0)).rejects.toThrow('is damaged')
  expect((await runOf(store, whole?.id ?? 0)).steps).toHaveLength(1)
  store.close()
})
