import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { freePort, openServer } from '../runtime/server.ts'
import { decide } from '../runtime/store/support.ts'
import { runCommand, startCommand } from './command.ts'

let folder: string
let sandbox: Sandbox
let callback: string
const start = async (options: SandboxOptions = {}) => {
  folder = newFolder()
  callback = `http://127.0.0.1:${await freePort()}/callback`
  sandbox = await startSandbox({ redirectUri: callback, ...options })
}
afterEach(() => sandbox.close())

const env = () => ({ PIPEDRIVE_COMPONENT_DATA: folder })
const cli = (...words: readonly string[]) => runCommand(words, { env: env() })

/** Follows the browser back to the callback. */
const answer = async (address: string, decision: 'allow' | 'deny') =>
  fetch(await decide(address, decision))

const connect = async (act: (address: string) => Promise<unknown>) => {
  const { clientId, clientSecret, url } = sandbox
  const { stdout, ended } = startCommand(
    ['connect', 'acme', '--callback', callback, '--server', url],
    { env: env(), input: `${clientId}\n${clientSecret}\n` },
  )
  const [address] = (await once(createInterface(stdout), 'line')) as [string]
  await act(address)
  return ended
}

test('connect, use, list, test, rename, disconnect', async () => {
  await start()
  const ended = await connect(address => answer(address, 'allow'))
  expect(ended.stderr).toContain(callback)
  expect(ended.stderr).toContain('deals:full')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining('Connected "acme"') })

  const run = await cli('run', 'getDeals', '--connection', 'acme', '--limit', '2', '--json')
  const { output, requests, tokenCost } = JSON.parse(run.stdout)
  expect(output.body.data).toHaveLength(2)
  const listed = JSON.parse((await cli('connections', '--usage', '--json')).stdout)
  const day = { calls: requests.length, tokenCost }
  expect(listed).toMatchObject([{ name: 'acme', state: 'ready', usage: [day] }])
  expect((await cli('connections', 'test', 'acme')).stdout).toContain('acme works')
  expect((await cli('connections', 'rename', 'acme', 'sales')).code).toBe(0)
  expect(await cli('run', 'getDeals', '--connection', 'acme')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There are sales.'),
  })
  const everything = JSON.stringify([ended, run, listed])
  for (const secret of [sandbox.clientSecret, 'v1u:', ':1:'])
    expect(everything).not.toContain(secret)

  expect((await cli('connections', 'disconnect', 'sales')).code).toBe(0)
  expect((await cli('connections', '--json')).stdout).toBe('[]\n')
})

test('a denial ends with what to do, and keeps nothing', async () => {
  await start()
  const ended = await connect(address => answer(address, 'deny'))
  expect(ended.code).toBe(3)
  expect(ended.stderr).toContain('was not granted')
  expect((await cli('connections', '--json')).stdout).toBe('[]\n')
})

test('an answer with another state is not heard', async () => {
  await start()
  let forged = 0
  const ended = await connect(async address => {
    forged = (await fetch(`${callback}?code=stolen&state=guessed`)).status
    await answer(address, 'allow')
  })
  expect(forged).toBe(400)
  expect(ended.code).toBe(0)
})

test('a scope that is missing is named', async () => {
  await start({ scopes: ['base', 'deals:full', 'contacts:full'] })
  const ended = await connect(address => answer(address, 'allow'))
  expect(ended.stderr).toContain(
    'Missing scopes: leads:full, activities:read, users:read, webhooks:full',
  )
})

test('a callback that is taken is a clear error before anything is asked', async () => {
  await start()
  const other = await openServer(response => response.end(), Number(new URL(callback).port))
  const ended = await cli('connect', '--callback', callback)
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing can listen at') })
  await other.close()
})
