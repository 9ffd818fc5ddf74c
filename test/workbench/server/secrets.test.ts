import { createDecipheriv } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { RunSummary, WorkflowView } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { openBench, until, type Bench } from './support.ts'
import { addFault } from '../../faults.ts'

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
    const bytes = Buffer.from(text as string, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(purpose as string))
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
  // One that was asked for, and two events that the trigger received since.
  const runs = await until(async () => {
    const all = await bench.get<readonly RunSummary[]>(`/api/runs?workflow=${id}`)
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

const account = useAccount()

test('no secret is in anything that the workbench says', async () => {
  await account.start()
  const bench = await openBench()
  await bench.live()
  const { body } = await account.begin(bench)
  const { landed, attempt } = await account.connect(bench, body)
  const path = `/api/connections/${attempt.connection?.id}`
  const example = await bench.example()
  await bench.call('POST', `/api/workflows/${example.id}/on`, {})
  await visitAll(bench, example, example.connectionId ?? '')
  await bench.call('POST', `${path}/test`)
  await addFault(account.it.url, { kind: 'tokens-revoke' })
  await bench.call('POST', `${path}/test`)
  await bench.call('POST', `${path}/reconnect`)
  await account.it.close()
  await bench.call('DELETE', path)

  const secrets = await secretsIn(bench.folder)
  // Client secret, access token and refresh token of two connections, user and password of a webhook.
  expect(secrets).toHaveLength(8)
  expect(secrets).toContain(account.it.clientSecret)
  const said = bench.said.join('\n') + String(landed.headers.get('location'))
  expect(said).toContain('Acme')
  for (const secret of secrets) {
    expect(said).not.toContain(secret)
    expect(said).not.toContain(encodeURIComponent(secret))
  }
})
