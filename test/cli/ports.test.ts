import { once } from 'node:events'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { runCommand, startCommand } from './command.ts'

let other: Sandbox
beforeAll(async () => {
  other = await startSandbox({ empty: true })
})
afterAll(() => other.close())

test.each<[string, readonly string[], string]>([
  ['a port that is none', ['sandbox', '--port', '70000'], '--port: "70000" is not a port'],
  ['a port of text', ['workbench', '--port', 'x'], '--port: "x" is not a port'],
  ['a port below zero', ['workbench', '--inbox-port', '-1'], '"-1" is not a port'],
  ['a port of nothing', ['listen', 'newDeal', '--sandbox', '--port', ''], '"" is not a port'],
  ['no callback', ['sandbox', '--redirect-uri', 'localhost'], '--redirect-uri: "localhost"'],
  ['no plan', ['sandbox', '--plan', 'gold'], 'lite, growth, premium, ultimate'],
  ['no id', ['sandbox', '--client-id', 'a:b'], '--client-id: "a:b" is not an id'],
])('%s: a mistake of the user', async (_, command, words) => {
  const ended = await runCommand(command)
  expect(ended.stderr).toContain(words)
  expect(ended.stderr).not.toContain('defect')
  expect(ended).toMatchObject({ code: 2, stdout: '' })
})

const taken = () => ['--port', new URL(other.url).port]
test.each<[string, readonly string[]]>([
  ['sandbox', ['sandbox']],
  ['listen', ['listen', 'newDeal', '--sandbox']],
  ['workflow start', ['workflow', 'start', 'docs/examples/new-deal.json', '--sandbox']],
])('%s: a port that is taken is a mistake of the user, and says so', async (_, command) => {
  const ended = await runCommand([...command, ...taken()])
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended.stderr).toContain(`--port: nothing can listen on port ${taken()[1]} (EADDRINUSE)`)
  expect(ended.stderr).toContain('give another one')
  const { stdout } = await runCommand([...command, ...taken(), '--json'])
  const { error } = JSON.parse(stdout)
  expect(error).toMatchObject({ recovery: 'fix-input' })
})

test('any port is taken where 0 is asked for', async () => {
  expect(await runCommand(['listen', 'newDeal', '--sandbox', '--port', '0'])).toMatchObject({
    code: 0,
  })
})

test('the sandbox is served with the app and the plan that were asked for', async () => {
  const callback = 'http://localhost:5678/rest/oauth2-credential/callback'
  const app = ['--client-id', 'my.app-1', '--redirect-uri', callback, '--plan', 'lite']
  const command = ['sandbox', '--port', '0', '--scale', '5', '--deal-fields', '501', '--json']
  const { stdout, ended, interrupt } = startCommand([...command, ...app])
  const [line] = (await once(stdout, 'data')) as [Buffer]
  const facts = JSON.parse(line.toString())
  expect(facts).toMatchObject({ clientId: 'my.app-1', redirectUri: callback })
  const query = new URLSearchParams({ client_id: 'my.app-1', redirect_uri: callback }).toString()
  expect((await fetch(`${facts.url}/oauth/authorize?${query}`)).status).toBe(200)
  const headers = { authorization: `Bearer ${facts.accessToken}` }
  const answer = await fetch(`${facts.url}/api/v2/deals`, { headers })
  expect(answer.headers.get('x-ratelimit-limit')).toBe('80')
  const fields = await fetch(`${facts.url}/v1/leadFields?start=500`, { headers })
  expect(((await fields.json()) as { readonly data: unknown }).data).toHaveLength(2)
  interrupt('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
})
