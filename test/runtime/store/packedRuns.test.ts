import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptEvents,
  claimRuns,
  endRun,
  listRuns,
  openJournal,
  retryRun,
  runOf,
  startRun,
  subscriptionFor,
  type Store,
} from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { connected } from './support.ts'

let sandbox: Sandbox
let store: Store
let connectionId: string
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
  const opened = await connected(sandbox)
  store = opened.store
  connectionId = opened.connection.id
})
afterAll(async () => {
  store.close()
  await sandbox.close()
})

const event = (id: string) => ({
  id,
  occurredAt: '2026-07-01T10:00:00.000Z',
  data: { title: `Deal ${id}`, value: 12.5, org_id: null, custom_fields: { a: 'in 20 % of all' } },
  previous: { title: 'Before' },
  meta: { entity_id: id, permitted_user_ids: [1, 2] },
})

const step = (output: unknown) => ({
  ...{ output, warnings: [], requests: [], tokenCost: 3, ms: 7 },
})

/** A workflow’s only run, claimed, with one step done and one write answered. */
const claimed = async (workflow: string) => {
  const subject = { workflow, trigger: 'newDeal', connectionId }
  const subscription = await subscriptionFor(store, subject)
  const accept = () => acceptEvents(store, workflow, subscription, [event(workflow)])
  await accept()
  const [run] = await claimRuns(store, workflow, 1)
  const id = run?.id ?? 0
  const journal = await openJournal(store, id)
  await journal.step('a', 'addDeal').write(0, { method: 'POST', path: '/a' })
  const entry = (await openJournal(store, id)).step('a', 'addDeal')
  await entry.end({ title: 'T' }, step({ id: 1, none: null }))
  return {
    id,
    accept,
    end: (state: 'done' | 'failed') => endRun(store, id, { state, tokenCost: 3 }),
  }
}

test('a run that is done still shows its event and its steps, and takes their rows away', async () => {
  const { id, end } = await claimed('shown')
  const before = await runOf(store, id)
  expect(before.event).toEqual(event('shown'))
  await end('done')
  const { event: shown, steps } = await runOf(store, id)
  expect(shown).toEqual(event('shown'))
  expect(steps).toEqual(before.steps.map(one => ({ ...one, writes: [] })))
  for (const table of ['events', 'steps'])
    expect(await store.db.all(`SELECT * FROM ${table} WHERE runId = ${id}`)).toEqual([])
})

test('lists name its record, and searches find the values of its event, before and after', async () => {
  const { end } = await claimed('listed')
  const found = async (search: string) =>
    (await listRuns(store, { workflow: 'listed', search })).map(({ event: shown }) => shown)
  for (const state of ['running', 'done'] as const) {
    if (state === 'done') await end(state)
    for (const text of ['Deal listed', '20 %', 'Before', '12.5']) {
      const data = { title: 'Deal listed' }
      expect(await found(text)).toEqual([expect.objectContaining({ data })])
    }
    expect(await found('custom_fields')).toEqual([])
  }
})

test('an event that comes again after its run is done is not taken again', async () => {
  const { id, accept, end } = await claimed('again')
  await accept()
  await end('done')
  await accept()
  expect(await listRuns(store, { workflow: 'again' })).toMatchObject([{ id, state: 'done' }])
  expect(await store.db.all(`SELECT * FROM events WHERE runId = ${id}`)).toEqual([])
})

test('a run that has failed keeps its event and journal, and goes on behind what is done', async () => {
  const { id, end } = await claimed('failed')
  await end('failed')
  await retryRun(store, id)
  expect((await runOf(store, id)).event).toEqual(event('failed'))
  const entry = (await openJournal(store, id)).step('a', 'addDeal')
  expect(entry.done).toEqual({ output: { id: 1, none: null } })
  await endRun(store, id, { state: 'done', tokenCost: 0 })
  expect(await runOf(store, id)).toMatchObject({ event: event('failed'), steps: [{ name: 'a' }] })
})

test.each([[{ title: 'By hand', deep: { a: null } }], [null], [undefined], ['text']])(
  'a run by hand shows the output of its trigger: %j',
  async output => {
    const { id } = await startRun(store, 'hand', output)
    expect((await runOf(store, id)).event).toEqual(output ?? null)
    await endRun(store, id, { state: 'done', tokenCost: 0 })
    expect((await runOf(store, id)).event).toEqual(output ?? null)
  },
)

test('a packed run that is damaged is told of that run alone', async () => {
  const { id, end } = await claimed('damaged')
  await end('done')
  await store.db.run(`UPDATE journals SET packed = X'00' WHERE runId = ${id}`)
  await expect(runOf(store, id)).rejects.toMatchObject({ hint: expect.stringContaining('delete') })
  expect(await listRuns(store, { workflow: 'damaged' })).toHaveLength(1)
})
