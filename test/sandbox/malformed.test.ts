import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { malformedRequests, sendRaw } from '../malformedRequests.ts'

let running: ChildProcess | undefined
afterAll(() => running?.kill('SIGKILL'))

test('hundreds of malformed requests: each gets an end, and the process goes on', async () => {
  const command = ['dist/bundle/cli/index.js', 'sandbox', '--scale', '10']
  const child = spawn(process.execPath, command)
  running = child
  const ended = once(child, 'close')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString()) as { readonly url: string }
  const port = Number(new URL(url).port)
  const all = malformedRequests(port)
  const statuses = new Set<string>()
  for (let start = 0; start < all.length; start += 20) {
    const sent = all.slice(start, start + 20).map(one => sendRaw(port, one))
    for (const said of await Promise.all(sent)) statuses.add(said.slice(9, 12))
  }
  expect(all.length).toBeGreaterThan(300)
  expect([...statuses].filter(status => /^(2|5)/.test(status))).toEqual([])
  expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 60_000)
