import { pipedrive } from '../../../component/index.ts'
import { startSandbox, type Exchange, type Sandbox } from '../../../sandbox/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { permitting } from '../../../hosts/mcp/permission.ts'
import { openAgent, textOf } from './agent.ts'

let sandbox: Sandbox
const calls: Exchange[] = []
const written = () => calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 30, onExchange: call => void calls.push(call) })
})
beforeEach(() => void calls.splice(0))
afterAll(() => sandbox.close())

const remove = { method: 'DELETE', path: '/api/v2/deals/3' }

const call = async (options: Parameters<typeof openAgent>[1], name: string, given: object) => {
  const agent = await openAgent(sandbox, options)
  try {
    return await agent.call(name, { ...given })
  } finally {
    await agent.close()
  }
}

test.each([
  ['delete_deal', { id: 3 }],
  ['custom_action', remove],
])('without --allow delete, %s deletes nothing and says why', async (name, given) => {
  const result = await call({}, name, given)
  expect(result.isError).toBe(true)
  expect(textOf(result)).toContain('--allow delete')
  expect(written()).toEqual([])
})

test.each<[string, Parameters<typeof openAgent>[1], string, string]>([
  [
    'add_deal',
    { readOnly: true },
    'add_deal is not offered: the server was started with --read-only',
    'Tell the user to start it without --read-only.',
  ],
  [
    'add_deal',
    { only: ['persons', 'leads'] },
    'add_deal is not offered: the server was started with --only persons,leads',
    'Tell the user to start it with add_deal in --only.',
  ],
  [
    'delete_deal',
    {},
    'delete_deal is not offered: deleting is off',
    'Tell the user to start it with --allow delete.',
  ],
  [
    'delete_deal',
    { only: ['persons'] },
    'delete_deal is not offered: deleting is off, and the server was started with --only persons',
    'Tell the user to start it with --allow delete and with delete_deal in --only.',
  ],
  [
    'find_filter',
    { only: ['add_person'] },
    'find_filter is not offered: the server was started with --only add_person',
    'Tell the user to start it without --only.',
  ],
])('a call of %s of a server with %o names the option', async (name, options, message, hint) => {
  const { structuredContent } = await call(options, name, {})
  expect(structuredContent).toMatchObject({ error: { message, hint } })
})

test('a tool that there is nowhere is not said to be off', async () => {
  const result = await call({ readOnly: true }, 'get_deel', {})
  expect(textOf(result)).toMatch(/there is no tool.*\n.*Did you mean get_deals/)
  expect(textOf(result)).not.toContain('--')
})

test('a server that only reads has no writing tools, and would send no write', async () => {
  const result = await call({ readOnly: true }, 'add_deal', { deal: { title: 'Desks' } })
  expect(result.isError).toBe(true)
  const tokens = { accessToken: sandbox.accessToken, apiDomain: sandbox.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const permission = { readOnly: true, allowDelete: false, ask: undefined }
  const send = permitting(client, permission).sender({ onRequest: () => {} })
  const body = { title: 'Desks' }
  await expect(send({ method: 'POST', path: '/api/v2/deals', body })).rejects.toThrow('only reads')
  await client.close()
  expect(written()).toEqual([])
})

test.each([
  ['delete_deal', { id: 4 }],
  ['custom_action', remove],
])('a client that can ask its user asks before %s deletes', async (name, given) => {
  const asked: string[] = []
  const answer = (message: string) => {
    asked.push(message)
    return 'accept' as const
  }
  const result = await call({ allowDelete: true, answer }, name, given)
  expect(result.isError).toBeUndefined()
  expect(asked).toEqual([expect.stringContaining(JSON.stringify(given))])
  expect(written()).toEqual(['DELETE'])
})

test('a user is asked in a few words, which name what is deleted', async () => {
  const asked: string[] = []
  const answer = (message: string) => {
    asked.push(message)
    return 'decline' as const
  }
  const given = {
    method: 'DELETE',
    query: { reason: 'because '.repeat(2_000) },
    path: '/api/v2/deals/9',
  }
  await call({ allowDelete: true, answer }, 'custom_action', given)
  expect(asked).toEqual([expect.stringMatching(/DELETE \/api\/v2\/deals\/9/)])
  expect(asked[0]?.length).toBeLessThan(1_500)
})

test.each(['decline', 'cancel'] as const)('after “%s” nothing is deleted', async answer => {
  const result = await call({ allowDelete: true, answer: () => answer }, 'delete_deal', { id: 5 })
  expect(result.isError).toBe(true)
  expect(textOf(result)).toMatch(/has not agreed; nothing was sent.*\n.*Do not try it again/)
  expect(written()).toEqual([])
})

test('a client that can’t ask deletes where that is allowed', async () => {
  const result = await call({ allowDelete: true }, 'delete_deal', { id: 6 })
  expect(result.isError).toBeUndefined()
  expect(written()).toEqual(['DELETE'])
})
