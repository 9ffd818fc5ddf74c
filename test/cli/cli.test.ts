import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../component/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { runCommand, type Ended } from './command.ts'
import { addFault, faultIsUsed } from '../faults.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

interface Page {
  readonly data: readonly Row[]
  readonly additional_data: { readonly next_cursor: string | null }
}
interface Row {
  readonly id: number
  readonly person_id: number | null
  readonly org_id: number | null
}
const listed = async (path: string): Promise<Page> => {
  const headers = { authorization: `Bearer ${sandbox.accessToken}` }
  return (await (await fetch(`${sandbox.url}/api/v2/${path}`, { headers })).json()) as Page
}

const cli = (
  command: readonly string[],
  { token = sandbox.accessToken, input = '' }: { token?: string; input?: string } = {},
) => runCommand(command, { input, env: { PIPEDRIVE_ACCESS_TOKEN: token } })
const there = () => ['--url', sandbox.url]
const json = ({ stdout }: Ended) => JSON.parse(stdout)

test('--dry-run says so where there is nothing to write', async () => {
  const title = 'Desks that are found'
  const input = ['--input', JSON.stringify({ match_by: 'title', deal: { title } })]
  const made = json(await cli(['run', 'findOrCreateDeal', ...there(), ...input]))
  const { code, stderr } = await cli(['run', 'findOrCreateDeal', '--dry-run', ...there(), ...input])
  expect(code).toBe(0)
  expect(stderr).toContain('A dry run: nothing was written, and nothing would be.')
  const id = ['--input', JSON.stringify({ id: made.body.data.id })]
  expect((await cli(['run', 'deleteDeal', ...there(), ...id])).code).toBe(0)
})

test('run takes names for ids and says which, and --dry-run writes nothing', async () => {
  const input = ['--input', JSON.stringify({ deal: { title: 'Desks', user_id: 'Mari Maasikas' } })]
  const shown = await cli(['run', 'addDeal', '--dry-run', ...there(), ...input])
  expect(shown.code).toBe(0)
  expect(json(shown).requests).toMatchObject([{ method: 'POST', body: { title: 'Desks' } }])
  expect(shown.stderr).toMatch(/deal.user_id: "Mari Maasikas" is \d+, Mari Maasikas/)
  expect(shown.stderr).toContain('nothing was')
  const result = json(await cli(['run', 'addDeal', '--dry-run', '--json', ...there(), ...input]))
  expect(result).toMatchObject({
    output: null,
    preview: { changes: [] },
    resolved: [{ path: 'deal.user_id' }],
  })
  const list = json(
    await cli([
      'run',
      'getDeals',
      '--limit',
      '1',
      '--json',
      ...there(),
      '--input',
      '{"user_id":"Mari Maasikas"}',
    ]),
  )
  expect(list.resolved).toMatchObject([{ path: 'user_id' }])
})

test('run prints output, warnings, requests and cost for machines', async () => {
  const ended = await cli(['run', 'getDealDetails', '--json', ...there(), '--input', '{"id":"1"}'])
  expect(ended.code).toBe(0)
  expect(ended.stderr).toBe('')
  const result = json(ended)
  expect(Object.keys(result).sort()).toEqual(['ms', 'output', 'requests', 'tokenCost', 'warnings'])
  expect(Object.keys(result.requests[0]).sort()).toEqual([
    'method',
    'ms',
    'path',
    'status',
    'tokenCost',
  ])
  expect(result.warnings).toEqual([])
})

test('all deals arrive, complete, in the fewest calls', async () => {
  const result = json(await cli(['run', 'getDeals', '--json', ...there()]))
  const raw: Row[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page = await listed(`deals?limit=500${cursor && `&cursor=${cursor}`}`)
    raw.push(...page.data)
    cursor = page.additional_data.next_cursor
  }
  const deals = result.output.body.data
  expect(deals).toHaveLength(650)
  raw.forEach((deal, index) => {
    expect(deals[index].user_id.name).toEqual(expect.any(String))
    expect(deals[index].person_id?.value ?? null).toBe(deal.person_id)
    expect(deals[index].org_id?.value ?? null).toBe(deal.org_id)
  })
  const calls = (key: 'person_id' | 'org_id') =>
    Math.ceil(new Set(raw.map(deal => deal[key]).filter(id => id !== null)).size / 100)
  const [owner, customFields] = [1, 1]
  expect(result.requests).toHaveLength(
    2 + calls('person_id') + calls('org_id') + owner + customFields,
  )
})

test.each<[string, readonly string[], number, string]>([
  ['an unknown action', ['run', 'getDeal', '--sandbox'], 2, 'Did you mean getDeals?'],
  ['a name near no other', ['run', 'nope', '--sandbox'], 2, 'There are getDeals, '],
  ['an unknown command', ['fly'], 2, 'unknown command'],
  ['text that is not JSON', ['run', 'getDeals', '--sandbox', '--input', '{'], 2, 'is not JSON'],
  ['a file that is not there', ['run', 'getDeals', '--sandbox', '--input', '@no'], 2, 'be read'],
  ['no place', ['run', 'getDeals'], 2, '--url'],
  [
    'a term of a search',
    ['run', 'searchDeals', '--sandbox', '--input', '{"term":""}'],
    2,
    ' term: is empty\n',
  ],
  ['two places', ['run', 'getDeals', '--sandbox', '--url', 'http://x'], 2, 'not both'],
  [
    'a foreign address',
    ['run', 'getDeals', '--url', 'https://evil.example'],
    2,
    'no token is sent',
  ],
  ['a limit without a list', ['run', 'addDeal', '--sandbox', '--limit', '1'], 2, 'return a list'],
  [
    'no public address',
    ['listen', 'newDeal', '--url', 'https://a.pipedrive.com'],
    2,
    '--public-url',
  ],
  ['nobody there', ['run', 'getDeals', '--url', 'http://127.0.0.1:9'], 5, 'no answer'],
])('%s: exit code', async (_, command, code, words) => {
  const ended = await cli(command)
  expect(ended.stderr).toContain(words)
  expect(ended).toMatchObject({ code, stdout: '' })
})

test('the connection has an exit code of its own, and so has a refusal', async () => {
  const run = ['run', 'getDealDetails', '--json', ...there(), '--input', '{"id": 999999}']
  expect(await cli(run, { token: '' })).toMatchObject({ code: 3 })
  const wrong = await cli(run, { token: 'wrong' })
  expect(wrong.code).toBe(3)
  expect(json(wrong).error).toMatchObject({ name: 'ApiError', recovery: 'reconnect' })
  expect(json(wrong).requests).toHaveLength(1)
  expect(await cli(run)).toMatchObject({ code: 4 })
})

test('input comes from a pipe, rows go out one by one', async () => {
  const ended = await cli(
    ['run', 'getPersons', '--ndjson', '--limit', '7', '--input', '-', ...there()],
    {
      input: '{"sort": "id DESC"}',
    },
  )
  const rows = ended.stdout
    .trim()
    .split('\n')
    .map(row => JSON.parse(row))
  expect(rows).toHaveLength(7)
  expect(ended.stderr).toContain('the list goes on')
})

test('Ctrl-C stops a long list of the program that is built', async () => {
  await addFault(sandbox.url, { kind: 'latency', ms: 30_000, times: 1 })
  const command = ['dist/bundle/cli/index.js', 'run', 'getDeals', ...there()]
  const env = { ...process.env, PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const child = spawn(process.execPath, command, { env })
  const ended = once(child, 'close')
  while (!(await faultIsUsed(sandbox.url, 'latency'))) await setTimeout(5)
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
})

test.each(pipedrive.triggers.map(({ name }) => name))(
  'listen %s prints the event that it has caused',
  async trigger => {
    const ended = await cli(['listen', trigger, '--sandbox', '--json'])
    expect(ended.code).toBe(0)
    expect(json(ended)).toMatchObject({ warnings: [], output: { id: expect.any(Number) } })
    expect(ended.stdout + ended.stderr).not.toContain('Basic ')
  },
)
