import { createDecipheriv } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { RunSummary, WorkflowView } from '../../../workbench/api/index.ts'
import type { Sandbox } from '../../../sandbox/index.ts'
import { eachText, openAltering, type Altered } from '../../runtime/alteringServer.ts'
import type { Heard, TestServer } from '../../runtime/server.ts'
import { pick } from '../../runtime/support.ts'
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
    ...(await rows(
      "SELECT kept AS text, 'subscription ' || id AS purpose FROM subscriptions WHERE kept IS NOT NULL",
    )),
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

/** An account that repeats in every name, title and error all that it is told, and all that it knows. */
const openEchoing = (sandbox: Sandbox) => {
  const known = new Set([sandbox.clientSecret])
  let refusing = ''
  const alter = ({ status, body }: Altered, { url, headers, body: told }: Heard): Altered => {
    if (refusing !== '' && url.includes(refusing)) {
      const error = `${headers.authorization} ${told}`
      return { status: 400, body: { success: false, error, error_description: error } }
    }
    for (const name of ['access_token', 'refresh_token']) {
      const token = pick(body, name)
      if (typeof token === 'string') known.add(token)
    }
    const echo = [headers.authorization, told, ...known].join(' ')
    const said = eachText(body, (text, name) => {
      if (name === 'api_domain') return server.url
      return /^(name|title|company_name|scope)$/.test(name) ? `${text} ${echo}` : text
    })
    return { status, body: said }
  }
  let server: TestServer
  return {
    known,
    refuse: (part: string) => void (refusing = part),
    open: async () => (server = await openAltering(sandbox, alter)),
  }
}

test('what an account repeats is in no answer of the workbench, and not in its files', async () => {
  await account.start()
  const echoing = openEchoing(account.it)
  const server = await echoing.open()
  const bench = await openBench()
  /** The page of consent is the account's own. */
  const connect = async (name: string) => {
    const { body } = await account.begin(bench, { ...account.appOf(name), server: server.url })
    const authorizationUrl = body.authorizationUrl.replace(server.url, account.it.url)
    return (await account.connect(bench, { ...body, authorizationUrl })).attempt
  }
  const attempt = await connect('Acme')
  expect(attempt.state).toBe('connected')
  const connection = attempt.connection?.id ?? ''
  const { id, version, definition } = await bench.example()
  const change = { definition, version, connectionId: connection }
  await bench.call('PUT', `/api/workflows/${id}`, change)
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  await visitAll(bench, await bench.example(), connection)
  await bench.call('POST', `/api/connections/${connection}/test`)
  echoing.refuse('/api/v1/leads')
  await bench.lines(`/api/workflows/${id}/test`, { node: 'addLead_1' })
  echoing.refuse('/oauth/token')
  expect(await connect('Other')).toMatchObject({
    state: 'failed',
    error: { recovery: 'reconnect' },
  })
  echoing.refuse('/api/v1/users')
  await bench.call('POST', `/api/connections/${connection}/test`)
  await bench.call('POST', `/api/workflows/${id}/off`, {})

  const secrets = [...echoing.known, ...(await secretsIn(bench.folder))]
  expect(secrets.length).toBeGreaterThan(8)
  const files = ['store.db', 'store.db-wal'].map(name =>
    readFile(join(bench.folder, name), 'latin1'),
  )
  const seen = [...bench.said, ...(await Promise.all(files))].join('\n')
  expect(seen).toContain('Bearer ***')
  const isSeen = (secret: string) =>
    [secret, encodeURIComponent(secret)].some(form => seen.includes(form))
  expect(secrets.filter(isSeen)).toEqual([])
  await server.close()
})
