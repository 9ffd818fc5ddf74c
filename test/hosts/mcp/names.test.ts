import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Exchange, type Sandbox } from '../../../sandbox/index.ts'
import { openAgent, textOf, type Agent } from './agent.ts'

let sandbox: Sandbox
let agent: Agent
const calls: Exchange[] = []
const written = () => calls.filter(({ method }) => method !== 'GET')
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 60, onExchange: call => void calls.push(call) })
  agent = await openAgent(sandbox, { allowDelete: true })
})
beforeEach(() => void calls.splice(0))
afterAll(async () => {
  await agent.close()
  await sandbox.close()
})

test('a name may stand for an id, and the answer says what it was taken for', async () => {
  const deal = { title: 'Desks', user_id: 'Mari Maasikas' }
  const result = await agent.call('add_deal', { deal })
  const id = 12415231
  expect(result.structuredContent).toMatchObject({
    body: { data: { title: 'Desks', user_id: { id } } },
    resolved: [{ path: 'deal.user_id', text: 'Mari Maasikas', id }],
  })
  expect(textOf(result)).toContain('"text":"Mari Maasikas"')
})

test('so it may in a list, and the cursor of that goes on', async () => {
  const given = { user_id: 'Mari Maasikas', limit: 2 }
  const first = await agent.call('get_deals', given)
  expect(textOf(first)).toContain('user_id: "Mari Maasikas" is 12415231')
  const { next } = JSON.parse(JSON.stringify(first.structuredContent))
  const second = await agent.call('get_deals', { ...given, cursor: next.cursor })
  expect(second.isError).toBeUndefined()
})

test('a name that nothing goes by says what was looked for, and writes nothing', async () => {
  const deal = { title: 'Desks', user_id: 'Nemo Nowhere' }
  const result = await agent.call('add_deal', { deal })
  expect(result.isError).toBe(true)
  expect(textOf(result)).toContain('Field: deal.user_id')
  expect(textOf(result)).toContain('Nemo Nowhere')
  expect(written()).toEqual([])
})

test('the address of a page may stand for an id, and none of another account', async () => {
  const page = 'https://sandbox.pipedrive.com/deal/7'
  const result = await agent.call('get_deal_details', { id: page })
  expect(result.structuredContent).toMatchObject({ body: { data: { id: 7 } } })
  const other = await agent.call('get_deal_details', { id: 'https://acme.pipedrive.com/deal/7' })
  expect(textOf(other)).toContain('is a page of another account')
})

test('a name of several is an error with their ids, labels and links; an e-mail address is one', async () => {
  const ids: unknown[] = []
  for (const value of ['twin@one.example', 'twin@two.example']) {
    const person = { name: 'Twin Twain', email: [{ value }] }
    const { structuredContent } = await agent.call('add_person', { person })
    ids.push(JSON.parse(JSON.stringify(structuredContent)).body.data.id)
  }
  const several = textOf(await agent.call('get_person_details', { id: 'twin twain' }))
  for (const id of ids)
    expect(several).toMatch(
      new RegExp(
        `${String(id)} \\(Twin Twain · twin@.*https://sandbox.pipedrive.com/person/${String(id)}`,
      ),
    )
  const { structuredContent } = await agent.call('get_person_details', { id: 'twin@two.example' })
  expect(structuredContent).toMatchObject({
    body: { data: { id: ids[1] } },
    resolved: [{ text: 'twin@two.example', id: ids[1], link: expect.any(String) }],
  })
})

test('a stage of several pipelines is one where the pipeline is given', async () => {
  const deal = { title: 'Desks', stage_id: 'Qualified' }
  const several = await agent.call('add_deal', { deal, dry_run: true })
  expect(textOf(several)).toMatch(/may be 1 \(Qualified · Sales\) or \d+ \(Qualified/)
  const one = await agent.call('add_deal', {
    deal: { ...deal, pipeline_id: 'Sales' },
    dry_run: true,
  })
  expect(one.structuredContent).toMatchObject({
    preview: { requests: [{ body: { pipeline_id: 1, stage_id: 1 } }] },
  })
})

test('a dry run shows what would be cleared', async () => {
  const given = { id: 5, deal: { person_id: null }, dry_run: true }
  const { structuredContent } = await agent.call('update_deal', given)
  expect(structuredContent).toMatchObject({
    preview: {
      requests: [{ body: { person_id: null } }],
      changes: [{ path: 'person_id', before: expect.any(Number), after: null }],
    },
  })
  expect(written()).toEqual([])
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['add_deal', { deal: { title: 'Desks' } }],
  ['delete_deal', { id: 5 }],
  ['custom_action', { method: 'PATCH', path: '/api/v2/deals/5', body: { title: 'Chairs' } }],
])('a dry run of %s shows the request and sends no write', async (name, given) => {
  const result = await agent.call(name, { ...given, dry_run: true })
  expect(result.isError).toBeUndefined()
  expect(result.structuredContent).toMatchObject({
    preview: { requests: [{ path: expect.stringContaining('/api/v2/deals') }] },
  })
  expect(textOf(result)).toMatch(/^[\w ]+: a dry run; nothing was written\./)
  expect(written()).toEqual([])
})

test('a dry run that finds the record says that it was one', async () => {
  const title = 'Desks for the cellar'
  await agent.call('add_deal', { deal: { title } })
  calls.length = 0
  const given = { match_by: 'title', deal: { title } }
  const tried = await agent.call('find_or_create_deal', { ...given, dry_run: true })
  expect(tried.isError).toBeUndefined()
  expect(textOf(tried)).toMatch(/: a dry run; nothing was written, and nothing would be\./)
  expect(textOf(await agent.call('find_or_create_deal', given))).toMatch(/: done\./)
  expect(written()).toEqual([])
})

test('a dry run that is neither true nor false is refused, not taken for no', async () => {
  const result = await agent.call('add_deal', { deal: { title: 'Desks' }, dry_run: 'yes' })
  expect(textOf(result)).toContain('Field: dry_run')
  expect(written()).toEqual([])
})

test('every tool that writes has a dry run, and no other', async () => {
  const { tools } = await agent.client.listTools()
  for (const { name, inputSchema, annotations } of tools)
    expect([name, Object.keys(inputSchema.properties ?? {}).includes('dry_run')]).toEqual([
      name,
      annotations?.readOnlyHint !== true,
    ])
})
