import { expect, test } from '@jest/globals'
import { openReceiver } from '../../runtime/webhooks/index.ts'
import { statusOf } from './rawRequest.ts'

const taking = { credentials: () => 200, deliver: async () => 200 }

test('a target that is no path finds nothing, and deliveries go on', async () => {
  const receiver = await openReceiver()
  receiver.open('/own', taking)
  for (const target of ['//', '//own', '*', 'http://[::1', '/%', '/own?x'])
    expect(await statusOf(receiver.origin, target, {}, 'OPTIONS')).toBe(404)
  const own = await fetch(`${receiver.origin}/own`, { method: 'POST', body: '{}' })
  expect(own.status).toBe(200)
  await receiver.close()
})

test('a foreign name is refused, except where a public address leads here', async () => {
  const receiver = await openReceiver()
  const headers = { host: 'hooks.example', 'content-length': '0' }
  receiver.open('/own', taking)
  receiver.open('/public', taking, 'https://hooks.example')
  expect(await statusOf(receiver.origin, '/own', headers, 'POST')).toBe(403)
  // Without a body it is no JSON, which is looked at last.
  expect(await statusOf(receiver.origin, '/public', headers, 'POST')).toBe(400)
  await receiver.close()
})

test('a check of the credentials that fails is an answer and nothing more', async () => {
  const receiver = await openReceiver()
  const credentials = () => {
    throw new TypeError('a header as nobody has foreseen it')
  }
  receiver.open('/own', { ...taking, credentials })
  for (let time = 0; time < 3; time++)
    expect((await fetch(`${receiver.origin}/own`, { method: 'POST' })).status).toBe(500)
  await receiver.close()
})

test('it closes though a delivery has not come to its end', async () => {
  const receiver = await openReceiver()
  const abort = new AbortController()
  receiver.open('/own', { ...taking, deliver: () => new Promise(() => {}) })
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
