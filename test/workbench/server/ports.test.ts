import type { Session, WorkflowView } from '../../../workbench/api/index.ts'
import { malformedRequests, sendRaw } from '../../malformedRequests.ts'
import { freePort } from '../../runtime/server.ts'
import { useBench } from './support.ts'

const bench = useBench()
let session: Session
/** The address that each port serves, and what may use it. */
let ports: Readonly<Record<string, { readonly port: number; readonly path: string }>>
beforeAll(async () => {
  session = await bench().get<Session>('/api/session')
  const { id } = await bench().example()
  const on = await bench().call<WorkflowView>('POST', `/api/workflows/${id}/on`, {})
  const callback = `http://127.0.0.1:${await freePort()}/callback`
  const app = { name: 'Acme', clientId: 'a', clientSecret: 'b', callback }
  await bench().call('POST', '/api/connections/oauth', { ...app, server: session.sandboxUrl })
  const at = (address: string) => {
    const { port, pathname } = new URL(address)
    return { port: Number(port), path: pathname }
  }
  ports = {
    page: at(`${bench().url}/api/workflows`),
    callback: at(callback),
    receiver: at(on.body.webhookUrl ?? ''),
    sandbox: at(`${session.sandboxUrl}/api/v2/deals`),
  }
})
const names = ['page', 'callback', 'receiver', 'sandbox'] as const
const portOf = (name: string) => ports[name]?.port ?? 0

const ask = async (
  name: string,
  method: string,
  headers: readonly string[],
  body = '',
): Promise<number> => {
  const lines = [`${method} ${ports[name]?.path} HTTP/1.1`, ...headers, 'Connection: close']
  const length = Buffer.byteLength(body, 'latin1')
  const head = [...lines, `Content-Length: ${length}`].join('\r\n')
  return Number((await sendRaw(portOf(name), `${head}\r\n\r\n${body}`)).slice(9, 12))
}
const own = (name: string) => `Host: 127.0.0.1:${portOf(name)}`

test.each(names)(
  '300 malformed requests to the port of the %s neither end nor hang it',
  async name => {
    const requests = malformedRequests(portOf(name))
    expect(requests.length).toBeGreaterThanOrEqual(300)
    const hung: string[] = []
    const failed: string[] = []
    await Promise.all(
      requests.map(async request => {
        const said = await sendRaw(portOf(name), request).catch(() => 'hung')
        if (said === 'hung') hung.push(request)
        if (/^HTTP\/1\.1 50[0234]/.test(said)) failed.push(request)
      }),
    )
    expect({ hung, failed }).toEqual({ hung: [], failed: [] })
    expect(await ask(name, 'GET', [own(name)])).toBeGreaterThanOrEqual(200)
  },
)

test.each(names)('the port of the %s answers to this machine’s own names alone', async name => {
  const port = portOf(name)
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `[::1]:${port}`])
    for (const method of ['GET', 'POST']) {
      expect([400, 403, 404, 405]).toContain(await ask(name, method, [`Host: ${host}`]))
      const status = await ask(name, method, [own(name), `Host: ${host}`])
      expect([400, 403, 404, 405]).toContain(status)
    }
})

test.each(['page', 'sandbox'])('the port of the %s refuses another site’s page', async name => {
  for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${portOf(name)}1`])
    expect(await ask(name, 'POST', [own(name), `Origin: ${origin}`])).toBe(403)
})

test('a body that is no UTF-8 is refused, as is one that is cut off', async () => {
  const headers = [own('page'), `X-CSRF-Token: ${session.csrf}`, 'Content-Type: application/json']
  for (const body of ['{"definition":{"label":"\xff\xc3"}}', '{'])
    expect(await ask('page', 'POST', headers, body)).toBe(400)
})

test('no control of the sandbox is there', async () => {
  const { port } = new URL(session.sandboxUrl)
  for (const path of ['usage', 'reset', 'faults', 'exchanges', 'deliveries', 'record'])
    for (const method of ['GET', 'POST', 'DELETE']) {
      const head = `${method} /_sandbox/${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`
      const said = await sendRaw(Number(port), `${head}Connection: close\r\n\r\n`)
      expect(said).toMatch(/^HTTP\/1\.1 404/)
    }
})
