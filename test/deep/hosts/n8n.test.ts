import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { loadCore } from '../../hosts/n8n/core.ts'
import { installCore, installNode24 } from '../../hosts/n8n/installCore.ts'
import { loadPackage, nodesInProcess, type NodesInProcess } from '../../hosts/n8n/nodeInProcess.ts'

/** What the registry does not give may be missing where that is said. */
const installed = async (install: Promise<string>): Promise<string | undefined> =>
  install.catch((error: unknown) => {
    if (process.env['ALLOW_MISSING'] !== '1') throw error
    return undefined
  })

const installing = [installCore('newest'), installCore('oldest'), installNode24()]
const [newest, oldest, node24] = await Promise.all(installing.map(installed))

const variants = [
  { title: 'the newest n8n', modules: newest, node: process.execPath },
  { title: 'the oldest n8n', modules: oldest, node: process.execPath },
  { title: 'the newest n8n on Node 24', modules: newest, node: node24 },
]

test.each(variants)('the packed nodes conform on $title', async ({ modules, node }) => {
  if (modules === undefined || node === undefined)
    return expect(process.env['ALLOW_MISSING']).toBe('1')
  const env = { ...process.env, N8N_MODULES: modules }
  const { stdout } = await promisify(execFile)(node, ['scripts/conformance.js', 'n8n'], { env })
  expect(stdout).toMatch(/^all +(\d+)\/\1$/m)
})

const manyItems = () => {
  const count = 200
  const wrongAt = 100
  const items = Array.from({ length: count }, (_, at) => ({
    json: { name: at === wrongAt ? ['wrong'] : `Item ${at}` },
  }))
  const parameters = { resource: 'organization', operation: 'create', name: '={{ $json.name }}' }
  let sandbox: Sandbox
  let nodes: NodesInProcess
  let close: () => void
  let written = 0

  beforeAll(async () => {
    const loaded = loadCore()
    close = loaded.close
    const onExchange = ({ method, path }: { readonly method: string; readonly path: string }) =>
      void (method === 'POST' && path === '/api/v2/organizations' && written++)
    sandbox = await startSandbox({ plan: 'off', onExchange })
    nodes = nodesInProcess(loaded.core, await loadPackage(loaded.core), sandbox)
  })
  beforeEach(() => void (written = 0))
  afterAll(async () => {
    await sandbox.close()
    close()
  })

  test('the one that is wrong says so, and the others are done', async () => {
    const ran = await nodes.run(parameters, { items, continueOnFail: true })
    expect(ran.items).toHaveLength(count)
    const { json, pairedItem } = ran.items[wrongAt] ?? {}
    expect(json).toEqual({
      error: expect.stringMatching(/^Name: /),
      details: expect.stringContaining('Nothing was sent'),
    })
    expect(pairedItem).toEqual({ item: wrongAt })
    expect(ran.items.filter(item => typeof item.json['id'] === 'number')).toHaveLength(count - 1)
    expect(written).toBe(count - 1)
  })

  test('without “continue” the execution fails and names the item', async () => {
    const { error } = await nodes.run(parameters, { items })
    expect(error?.message).toMatch(/^Name: /)
    expect(error?.context?.itemIndex).toBe(wrongAt)
    expect(written).toBe(wrongAt)
  })

  test('as a tool it says what is wrong in words that reach the agent', async () => {
    const get = (value: string) => ({
      ...{ resource: 'deal', operation: 'get' },
      dealId: { __rl: true, mode: 'id', value },
    })
    const absent = await nodes.run(get('999999'), { asTool: true })
    expect(absent.error).toBeUndefined()
    expect(absent.items[0]?.json).toEqual({
      error: 'Deal not found',
      details: expect.stringContaining('404'),
    })
    const wrong = await nodes.run(get('many'), { asTool: true })
    expect(wrong.items[0]?.json['error']).toMatch(/^Deal: .* not an integer/)
  })
}

if (newest !== undefined) describe('many items', manyItems)
else test('n8n may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
