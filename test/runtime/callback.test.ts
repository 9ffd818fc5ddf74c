import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openCallback, type Callback } from '../../runtime/connections/index.ts'
import { statusOf } from './rawRequest.ts'

let callback: Callback
beforeEach(async () => {
  callback = await openCallback('http://127.0.0.1:0/callback', { state: 'right' })
})
afterEach(async () => {
  // Whatever was asked before, the one right answer still arrives.
  expect(await statusOf(callback.redirectUri, '/callback?state=right&code=1')).toBe(200)
  expect((await callback.arrived).searchParams.get('code')).toBe('1')
  callback.close()
})

test.each(['//', '///', '//evil.example/callback?state=right', '*', 'http://[::1', '/%', '/'])(
  '%s is nothing that is there',
  async target => {
    expect(await statusOf(callback.redirectUri, target)).toBe(404)
  },
)

test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
  'the foreign name %j is refused',
  async host => {
    expect(await statusOf(callback.redirectUri, '/callback?state=right', { host })).toBe(403)
  },
)

test('a second name does not hide behind the right one', async () => {
  const { host, port } = new URL(callback.redirectUri)
  const socket = connect(Number(port), '127.0.0.1')
  socket.end(
    `GET /callback?state=right HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  )
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d/)
})

test('another state is refused', async () => {
  expect(await statusOf(callback.redirectUri, '/callback?state=wrong')).toBe(400)
})
