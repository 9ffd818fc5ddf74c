import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { eachText, openAltering } from '../runtime/alteringServer.ts'
import type { TestServer } from '../runtime/server.ts'
import { saved } from '../runtime/store/support.ts'
import { openStore } from '../../runtime/store/index.ts'
import { pipedrive } from '../../component/index.ts'
import { runCommand, startCommand, type Ended } from './command.ts'

/** Clears the screen, sets the title, rings, makes rows, goes back, turns the direction; all of C0 and C1. */
const hostile = [
  ...['\u001b[2J', '\u001b]0;title\u0007', '\r\nrow', '\u009b31m', '\u202e', '\u2066', '\u2028'],
  ...Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter(
    character => !/[ -~]/.test(character),
  ),
].join('')
const obeyed = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

let sandbox: Sandbox
let api: TestServer
let folder: string
/** Which paths are refused, with hostile words. */
let refused = /^$/
beforeAll(async () => {
  folder = newFolder()
  sandbox = await startSandbox({ scale: 5 })
  const named = /^(name|title|label|company_name|error|error_info)$/
  api = await openAltering(sandbox, ({ status, body }, { url }) =>
    refused.test(url)
      ? { status: 400, body: { success: false, error: `No ${hostile}` } }
      : {
          status,
          body: eachText(body, (text, name) => (named.test(name) ? text + hostile : text)),
        },
  )
  const store = await openStore({ component: pipedrive, folder })
  await saved(store, { ...sandbox, url: api.url }, api.url, 3_600_000)
  store.close()
})
afterEach(() => {
  refused = /^$/
})
afterAll(async () => {
  await api.close()
  await sandbox.close()
})

const env = () => ({
  PIPEDRIVE_COMPONENT_DATA: folder,
  PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken,
})
const cli = (...words: readonly string[]) => runCommand(words, { env: env() })
const connection = ['--connection', 'main'] as const

/** What was hostile is there to be read, as it is written in JSON, and nothing is there to be obeyed. */
const expectShown = ({ stdout, stderr }: Ended) => {
  expect(obeyed.exec(stdout + stderr)).toBeNull()
  expect(stdout + stderr).toContain('\\u001b[2J\\u001b]0;title\\u0007\\r\\nrow\\u009b31m\\u202e')
}

test.each(
  [
    ['run', 'getDealDetails', '--input', '{"id": 1}', ...connection],
    ['run', 'getDeals', ...connection],
    ['run', 'getDeals', '--json', ...connection],
    ['run', 'getDeals', '--ndjson', ...connection],
    ['options', 'addDeal', 'deal.person_id', ...connection],
    ['connections', 'test', 'main'],
    ['describe', hostile],
    ['run', 'getDeals', '--limit', hostile],
    ['run', 'getDeals', '--connection', hostile],
    ['connections', 'test', hostile],
    ['workflow', 'run', hostile],
  ].map(words => ({ words, said: words.map(word => (word === hostile ? '…' : word)).join(' ') })),
)('$said shows control characters', async ({ words }) => expectShown(await cli(...words)))

test.each(['', '--'])(
  'a command “%s…” that there is not is refused without obeying it',
  async dashes => {
    const { stderr } = await cli(`${dashes}${hostile}`)
    expect(stderr).toContain('\\u001b[2J\\u001b]0;title')
    expect(obeyed.exec(stderr)).toBeNull()
  },
)

test('what JSON says is as it was', async () => {
  const said = await cli('run', 'getDeals', '--json', ...connection)
  const { output } = JSON.parse(said.stdout) as { output: { body: { data: { title: string }[] } } }
  expect(output.body.data.length).toBeGreaterThan(0)
  for (const { title } of output.body.data) expect(title).toMatch(/row\u009b31m/)
  const rows = (await cli('run', 'getDeals', '--ndjson', ...connection)).stdout.trim().split('\n')
  expect(rows.map(row => JSON.parse(row) as unknown)).toEqual(output.body.data)
})

test.each([
  ['run', 'getDealDetails', '--input', '{"id": 1}'],
  ['run', 'getDeals', '--json'],
  ['run', 'getDeals', '--ndjson'],
  ['options', 'addDeal', 'deal.person_id'],
  ['listen', 'newDeal'],
])('an error of %s %s shows them', async (...words) => {
  refused = /api/
  expectShown(await cli(...words, ...connection))
})

test('an error of connections test shows them', async () => {
  refused = /api/
  expectShown(await cli('connections', 'test', 'main'))
})

/** A workflow whose names are hostile too, and that fails with what the API says. */
const workflow = async (label: string) => {
  const file = join(folder, 'workflow.json')
  const example: unknown = JSON.parse(await readFile('docs/examples/new-deal.json', 'utf8'))
  await writeFile(file, JSON.stringify(Object.assign(Object(example), { label })))
  return file
}

test('workflow run shows them', async () => {
  const file = await workflow(hostile)
  const event = JSON.stringify({ title: hostile, person_id: 1 })
  expectShown(await cli('workflow', 'run', file, '--event', event, '--json', ...connection))
  refused = /api/
  expectShown(await cli('workflow', 'run', file, '--event', event, ...connection))
})

test('workflow start and runs show them', async () => {
  const file = await workflow(hostile)
  refused = /persons/
  const words = ['workflow', 'start', file, '--count', '1', ...connection]
  const started = startCommand(words, { env: env() })
  await once(started.stderr, 'data')
  const authorization = `Bearer ${sandbox.accessToken}`
  await fetch(`${sandbox.url}/api/v2/deals`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ title: `Desks ${hostile}`, person_id: 1 }),
  })
  expectShown(await started.ended)
  const listed = await cli('runs')
  expectShown(listed)
  const id = /^(\d+)/m.exec(listed.stdout)?.[1] ?? ''
  expectShown(await cli('runs', 'show', id))
})

test('the tour shows them', async () => {
  refused = /api/
  expectShown(await cli('tour', '--url', api.url))
})
