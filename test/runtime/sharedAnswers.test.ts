import { expect, onTestFinished, test } from 'vitest'
import { findAction, runStep } from '../../engine/index.ts'
import { pipedrive } from '../../component/index.ts'
import { openConnection } from '../../runtime/connections/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { fieldValues } from '../fieldTypes.ts'
import { pick, success } from './support.ts'
import { connected, saved } from './store/support.ts'

const definitions = '/api/v2/dealFields'
const custom_fields = fieldValues()
const input = { deal: { title: 'All types', custom_fields } }

const hour = 3_600_000

/** A sandbox with the data directory of its users, which take turns. */
const openFolder = async () => {
  const sandbox: Sandbox = await startSandbox()
  let now = Date.now()
  const { folder, store, connection } = await connected(sandbox, { now: () => now })
  onTestFinished(async () => {
    store.close()
    await sandbox.close()
  })
  /** One step of another process: nothing but the folder connects it to those before. */
  const run = async (action: string, given: unknown) => {
    const other = await openStore({ component: pipedrive, folder, now: () => now })
    const client = await openConnection(other, connection)
    const result = success(await runStep(findAction(pipedrive, action), given, { client }))
    await client.close()
    other.close()
    const asked = result.requests.filter(({ path }) => path.startsWith(definitions))
    return { ...result, asked: asked.length, custom: pick(result.output, 'body', 'data', 'custom') }
  }
  const wait = (ms: number) => (now += ms)
  return { store, folder, connection, sandbox, run, wait }
}

test('a process pays nothing for definitions that another one has read in the last hour', async () => {
  const { run, wait, sandbox } = await openFolder()
  const cold = await run('addDeal', input)
  const warm = await run('addDeal', input)
  expect([cold.custom, warm.custom]).toEqual([custom_fields, custom_fields])
  expect([cold.asked, warm.asked]).toEqual([1, 0])
  const bare = await run('addDeal', { deal: { title: 'Bare' } })
  console.log(
    `addDeal: ${cold.tokenCost} tokens cold, ${warm.tokenCost} warm, ${bare.tokenCost} without custom fields`,
  )
  expect(cold.tokenCost - warm.tokenCost).toBe(10)
  expect(warm.tokenCost).toBe(bare.tokenCost)
  const usage: unknown = await (await fetch(`${sandbox.url}/_sandbox/usage`)).json()
  expect(JSON.stringify(usage).split(definitions)).toHaveLength(2)
  wait(hour)
  expect((await run('addDeal', input)).asked).toBe(1)
  wait(-2 * hour)
  expect((await run('addDeal', input)).asked).toBe(1)
})

const field = (method: string, more: string, body?: object) => ({
  ...{ method, path: definitions + more },
  ...(body && { body }),
})

test('a field that is new has them read once more, and a write of definitions forgets them', async () => {
  const { run } = await openFolder()
  await run('addDeal', input)
  const made = await run(
    'customAction',
    field('POST', '', { field_name: 'New', field_type: 'date' }),
  )
  const key = String(pick(made.output, 'body', 'data', 'field_code'))
  const withNew = { deal: { title: 'New', custom_fields: { New: '2026-12-31' } } }
  expect((await run('addDeal', withNew)).asked).toBe(1)
  expect((await run('addDeal', withNew)).asked).toBe(0)
  const renamed = await run('customAction', field('PATCH', `/${key}`, { field_name: 'Newer' }))
  expect(pick(renamed.output, 'status')).toBe(200)
  const { asked, custom } = await run('addDeal', {
    deal: { title: 'Newer', custom_fields: { Newer: '2026-12-31' } },
  })
  expect([asked, pick(custom, 'Newer')]).toEqual([1, '2026-12-31'])
})

test('what another program has changed is found by its unknown name, with one more call', async () => {
  const { run, sandbox } = await openFolder()
  await run('addDeal', input)
  const answer = await fetch(sandbox.url + definitions, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ field_name: 'Elsewhere', field_type: 'varchar' }),
  })
  expect(answer.status).toBe(200)
  const { asked, custom } = await run('addDeal', {
    deal: { title: 'Elsewhere', custom_fields: { Elsewhere: 'x' } },
  })
  expect([asked, pick(custom, 'Elsewhere')]).toEqual([1, 'x'])
})

test.each([
  ['damaged', `UPDATE answers SET response = '{'`],
  ['gone', 'DROP TABLE answers'],
])('an answer that is %s costs a call, and no step', async (_what, statement) => {
  const { run, store } = await openFolder()
  await run('addDeal', input)
  await store.db.run(statement)
  expect((await run('addDeal', input)).asked).toBe(1)
})

test('nothing is kept of a connection that is made anew', async () => {
  const { run, store, sandbox } = await openFolder()
  await run('addDeal', input)
  await saved(store, sandbox, sandbox.url, hour)
  expect((await run('addDeal', input)).asked).toBe(1)
})
