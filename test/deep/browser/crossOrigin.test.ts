import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { startSandbox } from '../../../sandbox/index.ts'
import type { Session } from '../../../workbench/api/index.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** A foreign page that the user has open in the same browser. */
let foreign: Server
let url: string
beforeAll(async () => {
  foreign = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<link rel="icon" href="data:,"><title>Foreign</title>')
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => foreign.once('listening', resolve))
  url = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`
})
afterAll(() => foreign.close())

const visit = async () => {
  const page = await bench.open('/')
  await page.goto(url)
  return page
}

/** What a script of the page gets to know; it runs there. */
const attempt = (path: string, init: object, origin = bench.url) =>
  `fetch(${JSON.stringify(origin + path)}, ${JSON.stringify(init)})
    .then(async answer => answer.type + ' ' + answer.status + ' ' + (await answer.text()))
    .catch(() => 'kept away')`

const workflows = async (): Promise<number> => {
  const answer = await fetch(`${bench.url}/api/workflows`)
  return ((await answer.json()) as unknown[]).length
}

test('a foreign page can neither read nor change anything', async () => {
  bench.expectMessage(/CORS policy|ERR_FAILED|403 \(Forbidden\)/)
  const page = await visit()
  const before = await workflows()
  expect(await page.evaluate(attempt('/api/session', {}))).toBe('kept away')
  const form = {
    method: 'POST',
    mode: 'no-cors',
    headers: { 'content-type': 'text/plain' },
    body: '{"definition":{"label":"Foreign","triggers":[],"tasks":[]}}',
  }
  expect(await page.evaluate(attempt('/api/workflows', form))).toBe('opaque 0 ')
  const forged = { ...form, mode: 'cors', headers: { 'x-csrf-token': 'guessed' } }
  expect(await page.evaluate(attempt('/api/workflows', forged))).toBe('kept away')
  expect(await workflows()).toBe(before)
})

test('a foreign page can’t show the workbench within itself', async () => {
  bench.expectMessage(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/)
  const page = await visit()
  await page.evaluate(`document.body.innerHTML = '<iframe src="${bench.url}/"></iframe>'`)
  const frame = page.frameLocator('iframe')
  await frame.locator('body.neterror').waitFor({ state: 'attached' })
  expect(await frame.getByRole('button', { name: 'Run', exact: true }).count()).toBe(0)
})

test('a foreign name that leads to this machine is refused', async () => {
  bench.expectMessage(/403 \(Forbidden\)/)
  const { port } = new URL(bench.url)
  const page = await visit()
  // The browser of the tests finds every name below `.test` on this machine.
  await page.goto(`http://workbench.test:${port}/api/session`)
  expect(await page.locator('body').innerText()).toContain('This host name is not the workbench’s')
})

test('headers that no browser would send are refused as well', async () => {
  const answered = async (headers: Record<string, string>, method = 'GET') => {
    const message = await new Promise<IncomingMessage>((resolve, reject) =>
      request(`${bench.url}/api/workflows`, { method, headers }, resolve).on('error', reject).end(),
    )
    return `${message.statusCode} ${(await text(message)).includes('csrf')}`
  }
  const refused = '403 false'
  expect(await answered({ host: 'workbench.test' })).toBe(refused)
  expect(await answered({ origin: 'http://workbench.test' })).toBe(refused)
  expect(await answered({ origin: 'null' })).toBe(refused)
  expect(await answered({ 'x-csrf-token': 'guessed' }, 'POST')).toBe(refused)
})

test('the sandbox, on its own and in the workbench, takes no orders from a foreign page', async () => {
  bench.expectMessage(/CORS policy|ERR_FAILED|40[34] \((Forbidden|Not Found)\)/)
  const own = await startSandbox({ scale: 10 })
  const headers = { authorization: `Bearer ${own.accessToken}` }
  const added = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
  const deals = `${own.url}/api/v2/deals`
  const { data } = (await (
    await fetch(deals, { ...added, body: JSON.stringify({ title: 'Mine' }) })
  ).json()) as { readonly data: { readonly id: number } }
  const session = (await (await fetch(`${bench.url}/api/session`)).json()) as Session
  const page = await visit()
  for (const origin of [own.url, session.sandboxUrl]) {
    await page.goto(url)
    const order = { method: 'POST', mode: 'no-cors' }
    await page.evaluate(attempt('/_sandbox/reset', order, origin))
    expect(await page.evaluate(attempt('/_sandbox/usage', {}, origin))).toBe('kept away')
    await page.goto(`http://sandbox.test:${new URL(origin).port}/_sandbox/usage`)
    expect(await page.locator('body').innerText()).toContain('the host is another one')
  }
  expect((await fetch(`${deals}/${data.id}`, { headers })).status).toBe(200)
  await own.close()
})
