import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { startCommand, runCommand } from '../../cli/command.ts'
import { connect } from '../../../cli/connect.ts'
import { addFault } from '../../faults.ts'
import { useAcme } from '../../docs/storedConnection.ts'

const clientInfo = { name: 'test', version: '1' }
const program = 'dist/bundle/cli/index.js'
const { folder, sandbox } = useAcme({ scale: 30 })
const initialize = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo },
}
/** The messages as a client that goes at once has written them, and what is answered. */
const answersTo = async (messages: readonly object[], before = '') => {
  const lines = messages.map(one => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`)
  const input = Buffer.from(before + lines.join(''))
  const { url, accessToken } = sandbox()
  const env = { PIPEDRIVE_ACCESS_TOKEN: accessToken }
  const { code, stdout } = await runCommand(['mcp', '--url', url], { input, env })
  expect(code).toBe(0)
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { readonly id?: number; readonly jsonrpc?: string })
}

test('the program that is built serves a stored connection, and counts what was used of it', async () => {
  const start = performance.now()
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', '--connection', 'acme'],
    env: { PIPEDRIVE_COMPONENT_DATA: folder },
    stderr: 'pipe',
  })
  const client = new Client(clientInfo)
  await client.connect(transport)
  const { tools } = await client.listTools()
  console.log(`${tools.length} tools after ${Math.round(performance.now() - start)} ms`)
  const call = () => client.callTool({ name: 'get_deal_details', arguments: { id: 1 } })
  const first = await call()
  expect(first.structuredContent).toMatchObject({ body: { data: { id: 1 } } })
  const budget = first._meta?.['pipedrive/budget']
  expect(budget).toEqual({ usedToday: expect.any(Number) })
  expect(JSON.stringify([tools, first])).not.toContain(sandbox().accessToken)
  await client.close()
})

test('without a stored connection, what its calls have cost adds up', async () => {
  const { spent, close } = await connect({ sandbox: true })
  await spent(20)
  expect(await spent(1)).toEqual({ usedToday: 21 })
  await close()
})

test('it ends when its client does, and passes over lines that are no messages', async () => {
  const answers = await answersTo([initialize], `this is no message\n{"jsonrpc":"1.0"}\n`)
  expect(answers.length).toBeGreaterThan(0)
  for (const { jsonrpc } of answers) expect(jsonrpc).toBe('2.0')
})

test('calls that were made before a client went are made once, and answered', async () => {
  const path = '/api/v2/deals'
  await addFault(sandbox().url, { kind: 'latency', ms: 300, method: 'POST', path })
  const answers = await answersTo([
    initialize,
    { method: 'notifications/initialized' },
    {
      id: 2,
      method: 'tools/call',
      params: { name: 'add_deal', arguments: { deal: { title: 'Desks for the last one' } } },
    },
  ])
  expect(answers.find(({ id }) => id === 2)).toMatchObject({
    result: { structuredContent: { body: { data: { title: 'Desks for the last one' } } } },
  })
})

test('--http prints where it serves, until Ctrl-C', async () => {
  const { url: origin, accessToken } = sandbox()
  const env = { PIPEDRIVE_ACCESS_TOKEN: accessToken }
  const words = ['mcp', '--url', origin, '--http', '--port', '0', '--only', 'leads', '--json']
  const command = startCommand(words, { env })
  const [printed] = (await command.stdout.take(1).toArray()) as Buffer[]
  const { url, tools } = JSON.parse(String(printed))
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/)
  expect(tools).toContain('add_lead')
  command.interrupt()
  expect((await command.ended).code).toBe(0)
})

test('--list prints what agents read, without a connection', async () => {
  const { code, stdout } = await runCommand(['mcp', '--list', '--only', 'leads'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^add_lead +\d+ bytes$/m)
  expect(stdout).toMatch(/^\d+ tools +\d+ bytes$/m)
  const { stdout: json } = await runCommand(['mcp', '--list', '--only', 'leads', '--json'])
  expect(JSON.parse(json).tools).toContainEqual(expect.objectContaining({ name: 'add_lead' }))
})

test.each<[string, readonly string[], RegExp]>([
  ['a missing token', ['--url', 'http://127.0.0.1:1'], /PIPEDRIVE_ACCESS_TOKEN is not set/],
  ['a connection that there is not', ['--connection', 'nobody'], /there is no connection/i],
])('%s is said before an agent is served', async (_, words, expected) => {
  const env = { PIPEDRIVE_ACCESS_TOKEN: '', PIPEDRIVE_COMPONENT_DATA: folder }
  const { code, stdout, stderr } = await runCommand(['mcp', ...words], { env })
  expect(code).not.toBe(0)
  expect(stdout).toBe('')
  expect(stderr).toMatch(expected)
})

test.each<[string, readonly string[], RegExp]>([
  ['no connection', [], /no connection given/],
  ['a port without --http', ['--sandbox', '--port', '1'], /belongs to --http/],
  ['two wishes that contradict', ['--sandbox', '--read-only', '--allow', 'delete'], /either/],
  ['records that there are not', ['--sandbox', '--only', 'dogs'], /no tools about "dogs"/],
  ['answers too small for a row', ['--sandbox', '--max-bytes', '10'], /at least 2500/],
  ['something else allowed', ['--sandbox', '--allow', 'all'], /delete/],
])('%s is refused', async (_, words, expected) => {
  const { code, stdout, stderr } = await runCommand(['mcp', ...words])
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(expected)
})
