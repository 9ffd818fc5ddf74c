import { expect, test } from 'vitest'
import { addressOf, openReceiver, requirePublicUrl } from '../../runtime/webhooks/index.ts'
import { statusOf } from './rawRequest.ts'

const taking = { credentials: () => 200, deliver: async () => 200 }

test('a target that is no path finds nothing, and deliveries go on', async () => {
  const receiver = await openReceiver()
  receiver.addRoute('/own', taking)
  for (const target of ['//', '//own', '*', 'http://[::1', '/%'])
    expect(await statusOf(receiver.origin, target, {}, 'OPTIONS')).toBe(404)
  const own = await fetch(`${receiver.origin}/own`, { method: 'POST', body: '{}' })
  expect(own.status).toBe(200)
  await receiver.close()
})

test('a foreign name is refused, except where a public address leads here', async () => {
  const receiver = await openReceiver()
  const headers = { host: 'hooks.example', 'content-length': '0' }
  receiver.addRoute('/own', taking)
  receiver.addRoute('/public', taking, 'https://hooks.example')
  expect(await statusOf(receiver.origin, '/own', headers, 'POST')).toBe(403)
  // Without a body it is no JSON, which is looked at last.
  expect(await statusOf(receiver.origin, '/public', headers, 'POST')).toBe(400)
  await receiver.close()
})

test.each(['https://hooks.example/a/b/', 'https://hooks.example/a/b'])(
  'below the path of %s a delivery finds its way, whatever a proxy adds or takes away',
  async publicUrl => {
    const receiver = await openReceiver()
    receiver.addRoute('/own', taking, publicUrl)
    const post = async (path: string) =>
      (await fetch(receiver.origin + path, { method: 'POST', body: '{}' })).status
    for (const path of ['/own', '/own/', '/own?x=1', '/own/?', '/a/b/own', '/a/b/own/?x=1'])
      expect([path, await post(path)]).toEqual([path, 200])
    for (const path of ['/a/own', '/b/own', '/own/own', '/a/b'])
      expect([path, await post(path)]).toEqual([path, 404])
    receiver.removeRoute('/own')
    for (const path of ['/own', '/a/b/own']) expect(await post(path)).toBe(404)
    await receiver.close()
  },
)

test('the path of a public address is kept, and what can’t be is refused by name', () => {
  const address = (url?: string) => addressOf('/w/1', 'http://127.0.0.1:1', url)
  expect(address('https://hooks.example/a/')).toBe('https://hooks.example/a/w/1')
  expect(address('https://hooks.example')).toBe('https://hooks.example/w/1')
  expect(address()).toBe('http://127.0.0.1:1/w/1')
  for (const [url, extra] of [
    ['https://hooks.example/a?b=c', 'a query'],
    ['https://hooks.example/#a', 'a fragment'],
    ['https://me:secret@hooks.example/', 'a user'],
  ] as const)
    expect(() => requirePublicUrl('https://acme.pipedrive.com', url, '--public-url')).toThrow(
      `--public-url: has ${extra}`,
    )
})

test('a check of the credentials that fails is an answer and nothing more', async () => {
  const receiver = await openReceiver()
  const credentials = () => {
    throw new TypeError('a header as nobody has foreseen it')
  }
  receiver.addRoute('/own', { ...taking, credentials })
  for (let time = 0; time < 3; time++)
    expect((await fetch(`${receiver.origin}/own`, { method: 'POST' })).status).toBe(500)
  await receiver.close()
})

test('it closes though a delivery has not come to its end', async () => {
  const receiver = await openReceiver()
  const abort = new AbortController()
  receiver.addRoute('/own', { ...taking, deliver: () => new Promise(() => {}) })
  const hanging = fetch(`${receiver.origin}/own`, {
    method: 'POST',
    body: '{}',
    signal: abort.signal,
  })
  const lost = expect(hanging).rejects.toThrow('fetch failed')
  await new Promise(setImmediate)
  const start = performance.now()
  await receiver.close()
  expect(performance.now() - start).toBeLessThan(5_000)
  await lost
})
