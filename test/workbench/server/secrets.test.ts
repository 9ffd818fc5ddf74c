import { createDecipheriv } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import type { OAuthAttempt, RunSummary, WorkflowView } from '../../../workbench/api/index.ts'
import { freePort } from '../../runtime/server.ts'
import { decide } from './consent.ts'
import { openBench, until, type Bench } from './support.ts'

/** Everything that the data directory keeps encrypted. */
const secretsIn = async (folder: string): Promise<readonly string[]> => {
  const key = Buffer.from((await readFile(join(folder, 'key'), 'utf8')).trim(), 'base64')
  const db = createClient({ url: `file:${join(folder, 'store.db')}` })
  const rows = async (sql: string) => (await db.execute(sql)).rows
  const sealed = [
    ...(await rows("SELECT secrets AS text, 'connection ' || id AS purpose FROM connections")),
    ...(await rows("SELECT kept AS text, 'subscription ' || id AS purpose FROM subscriptions")),
  ]
  db.close()
  return sealed.flatMap(({ text, purpose }) => {
    const bytes = Buffer.from(String(text), 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(String(purpose)))
      .setAuthTag(bytes.subarray(12, 28))
    const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    const members: unknown[] = Object.values(JSON.parse(opened.toString('utf8')))
    return members.filter(member => typeof member === 'string')
  })
}

const visitAll = async (bench: Bench, { id }: WorkflowView, connection: string) => {
  const example = `/api/workflows/${id}`
  await bench.lines(`${example}/run`, { event: 'cause' })
  await bench.lines(`${example}/test`, { node: 'addLead_1' })
  await bench.call('POST', '/api/cause', { trigger: 'newDeal', connectionId: connection })
  // One that was asked for, and two events that the trigger has heard of meanwhile.
  const runs = await until(async () => {
    const all = await bench.get<readonly RunSummary[]>(`${example}/runs`)
    return all.length === 3 ? all : undefined
  })
  for (const run of runs) await bench.get(`/api/runs/${run.id}`)
  for (const path of ['session', 'connections', 'workflows', 'sandbox/deals', 'nothing'])
    await bench.get(`/api/${path}`)
  await bench.call('POST', `/api/connections/${connection}/test`)
  await bench.call('POST', '/api/options', {
    ...{ connectionId: connection, operation: 'addDeal', path: 'deal.owner_id' },
  })
}

let other: Sandbox
afterEach(() => other.close())

test('no secret is in anything that the workbench says', async () => {
  const callback = `http://127.0.0.1:${await freePort()}/callback`
  other = await startSandbox({ redirectUri: callback })
  const bench = await openBench()
  await bench.live()
  const { clientId, clientSecret, url } = other
  const app = { name: 'Acme', clientId, clientSecret, callback, server: url }
  const { body } = await bench.call<OAuthAttempt>('POST', '/api/connections/oauth', app)
  const landed = await fetch(await decide(body.authorizationUrl, 'allow'), { redirect: 'manual' })
  expect(landed.status).toBe(302)
  const attempt = await until(async () => {
    const { connection } = await bench.get<OAuthAttempt>(`/api/connections/oauth/${body.id}`)
    return connection
  })
  const example = await bench.example()
  await bench.call('POST', `/api/workflows/${example.id}/on`, {})
  await visitAll(bench, example, example.connectionId ?? '')
  await bench.call('POST', `/api/connections/${attempt.id}/test`)
  await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'tokens-revoke' }),
  })
  await bench.call('POST', `/api/connections/${attempt.id}/test`)
  await bench.call('POST', `/api/connections/${attempt.id}/reconnect`)
  await other.close()
  await bench.call('DELETE', `/api/connections/${attempt.id}`)

  const secrets = await secretsIn(bench.folder)
  // Client secret, access token and refresh token of two connections, user and password of a webhook.
  expect(secrets).toHaveLength(8)
  expect(secrets).toContain(clientSecret)
  const said = bench.said.join('\n') + String(landed.headers.get('location'))
  expect(said).toContain('Acme')
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    expect(said).not.toContain(encodeURIComponent(secret))
  }
})
