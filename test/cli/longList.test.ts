import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { runCommand } from './command.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 700, seed: 3 })
})
afterAll(() => sandbox.close())

const list = async (name: string, input: object) => {
  const words = ['run', name, '--json', '--url', sandbox.url, '--input', JSON.stringify(input)]
  return runCommand(words, { env: { PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken } })
}

test.each([
  ['getDeals', {}],
  ['getDeals', { limit: 2 }],
  ['getDeals', { sort: 'id DESC', limit: 3 }],
  ['searchDeals', { term: 'pilot', limit: 2 }],
  ['searchDeals', { term: 'no deal is called so' }],
  ['getLeads', { limit: 600 }],
])('%s %j prints as it streams what a step returns as a whole', async (name, input) => {
  const { code, stdout } = await list(name, input)
  expect(code).toBe(0)
  const tokens = { accessToken: sandbox.accessToken, apiDomain: sandbox.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const whole = await runStep(findAction(pipedrive, name), input, { client })
  await client.close()
  const { ms, requests, ...printed } = JSON.parse(stdout)
  const { ms: _ms, requests: asked, ...expected } = JSON.parse(JSON.stringify(whole))
  expect(printed).toEqual(expected)
  expect(ms).toEqual(expect.any(Number))
  expect(requests).toHaveLength(asked.length)
  expect(Object.keys(JSON.parse(stdout))).toEqual(Object.keys(whole))
})

test('a list that fails before its first row is an error alone', async () => {
  const { code, stdout } = await list('getDeals', { sort: 'nothing ASC' })
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject({ error: { name: 'InputError' }, tokenCost: 0 })
  expect(JSON.parse(stdout)).not.toHaveProperty('output')
})

test('the folder of a sandbox is removed where its store can’t be opened', async () => {
  const folder = newFolder()
  const ended = await runCommand(
    ['workflow', 'start', 'docs/examples/new-deal.json', '--sandbox'],
    {
      env: { TMPDIR: folder, PIPEDRIVE_COMPONENT_KEY: 'no key' },
    },
  )
  expect(ended.code).not.toBe(0)
  expect(ended.stderr).toContain('PIPEDRIVE_COMPONENT_KEY')
  expect(await readdir(folder)).toEqual([])
})
