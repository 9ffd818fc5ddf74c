import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startSandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'

const program = 'dist/bundle/cli/index.js'

const shell = async (script: string) => {
  const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code: Number(code), stderr }
}

test.each([
  'list',
  'run getDeals --sandbox --ndjson',
  'workflow run docs/examples/new-deal.json --sandbox --event sample',
  'listen newDeal --sandbox',
])('%s where a file takes nothing says so, and has not worked', async words => {
  const file = join(newFolder(), 'out.txt')
  const { code, stderr } = await shell(`ulimit -f 0; exec node ${program} ${words} > "${file}"`)
  expect(stderr).toContain('The output can’t be written: EFBIG')
  expect(code).toBe(1)
})

test('a file that takes the first part of an output alone is an error, too', async () => {
  const file = join(newFolder(), 'out.json')
  const limited = `ulimit -f 4; exec node ${program} describe addDeal --json > "${file}"`
  const { code, stderr } = await shell(limited)
  expect(stderr).toContain('The output can’t be written: EFBIG')
  expect(code).toBe(1)
})

test('a long output is in its file from the first to the last character', async () => {
  const file = join(newFolder(), 'out.ndjson')
  const { code } = await shell(`exec node ${program} run getDeals --sandbox --ndjson > "${file}"`)
  const ids = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { id: number }).id)
  expect(code).toBe(0)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(500)
})

test('listen takes its webhook back where the reader of its events has read enough', async () => {
  const sandbox = await startSandbox({ empty: true })
  const headers = {
    authorization: `Bearer ${sandbox.accessToken}`,
    'content-type': 'application/json',
  }
  const api = (path: string, body?: object) =>
    fetch(sandbox.url + path, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
  const webhooks = async () => {
    const { data } = (await (await api('/api/v1/webhooks')).json()) as { data: unknown[] }
    return data.length
  }
  const env = { ...process.env, PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const words = [program, 'listen', 'newDeal', '--url', sandbox.url, '--json']
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  await once(child.stderr, 'data')
  expect(await webhooks()).toBe(1)
  child.stdout.destroy()
  await api('/api/v2/deals', { title: 'Buoys' })
  expect(await ended).toEqual([0, null])
  expect(await webhooks()).toBe(0)
  await sandbox.close()
})
