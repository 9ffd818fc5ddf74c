import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  AlertMessage,
  AlertsView,
  AlertTest,
  RunSummary,
} from '../../../workbench/api/index.ts'
import { newFolder } from '../../folder.ts'
import { useAccount } from './account.ts'
import { openAlertTarget } from '../alertTarget.ts'
import { openBench, until, type Bench, type Failure } from './support.ts'

const account = useAccount()

const setUrl = (bench: Bench, webhookUrl: string, minutes = 15) =>
  bench.call<AlertsView>('PUT', '/api/alerts', { webhookUrl, minutes })

const addDeal = (bench: Bench, title: string) => bench.call('POST', '/api/sandbox/deals', { title })

/** The example is on; a deal without a person makes it fail. */
const failing = async (bench: Bench) => {
  const { id } = await bench.example()
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  return id
}

const stopped = (bench: Bench, number: number) =>
  until(async () => {
    const runs = await bench.get<readonly RunSummary[]>('/api/runs?state=dead')
    return runs.length >= number ? runs : undefined
  })

test('a failed run is told to the webhook, with the record, the step and the cause', async () => {
  const [bench, target] = [await openBench(), await openAlertTarget()]
  await setUrl(bench, target.url)
  const id = await failing(bench)
  await addDeal(bench, 'Of nobody')
  const { body } = await until(() => target.received[0])
  expect(body).toMatchObject({
    kind: 'run-stopped',
    count: 1,
    workflow: { id, label: 'Follow up new deals' },
    run: { title: 'Of nobody', step: 'Get details of a person' },
    error: { message: 'Person is required' },
    url: expect.stringMatching(new RegExp(`^${bench.url}/runs/\\d+$`)),
  })
  const { text } = body as AlertMessage
  expect(text).toContain(
    '“Follow up new deals” stopped for “Of nobody” at “Get details of a person”',
  )

  // Further ones within the time are counted, and not sent one by one.
  for (const title of ['Of nobody 2', 'Of nobody 3']) await addDeal(bench, title)
  await stopped(bench, 3)
  expect(target.received).toHaveLength(1)
})

test('the address stays on the server, in no answer, and the message holds no secret', async () => {
  const [bench, target] = [await openBench(), await openAlertTarget()]
  const { body } = await setUrl(bench, target.url)
  expect(body).toMatchObject({ webhook: new URL(target.url).origin, minutes: 15, failure: null })
  target.answer(500)
  const { body: tested } = await bench.call<AlertTest>('POST', '/api/alerts/test')
  expect(tested).toMatchObject([
    { channel: 'webhook', problem: { message: expect.stringContaining('status 500') } },
  ])
  expect(bench.said.join()).not.toContain('hidden-token')
  const { headers } = target.received[0] ?? {}
  for (const name of ['cookie', 'authorization', 'x-csrf-token'])
    expect(headers).not.toHaveProperty(name)
  const stored = await readFile(join(bench.folder, 'store.db'), 'latin1')
  expect(stored).not.toContain('hidden-token')
})

test('it is kept over a restart, changed without the address, and removed', async () => {
  const folder = newFolder()
  const before = await openBench({ folder })
  const target = await openAlertTarget()
  await setUrl(before, target.url)
  await before.close()

  const after = await openBench({ folder })
  const { body } = await after.call<AlertsView>('PUT', '/api/alerts', { minutes: 60 })
  expect(body).toMatchObject({ webhook: new URL(target.url).origin, minutes: 60 })
  await after.call('POST', '/api/alerts/test')
  expect(target.received).toMatchObject([{ body: { kind: 'test' } }])
  expect((await setUrl(after, '', 60)).body.webhook).toBeNull()
  expect((await after.call<AlertTest>('POST', '/api/alerts/test')).body).toEqual([])
})

test.each([
  ['no address', 'chat', 'must be an https address'],
  ['one that anybody on the way can read', 'http://example.com/x', 'must be an https address'],
  ['a file', 'file:///etc/passwd', 'must be an https address'],
  ['a password', 'https://a:b@example.com', 'must not hold a user name or password'],
])('%s is refused', async (_, url, message) => {
  const bench = await openBench()
  const { status, body } = await bench.call<Failure>('PUT', '/api/alerts', {
    webhookUrl: url,
    minutes: 15,
  })
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    path: 'webhookUrl',
    message: expect.stringContaining(message),
  })
  const none = await bench.call<Failure>('PUT', '/api/alerts', { minutes: 0 })
  expect(none.body.error.path).toBe('minutes')
})

test('a delivery that is refused is tried again, and shown until one arrives', async () => {
  const [bench, target] = [await openBench(), await openAlertTarget()]
  await setUrl(bench, target.url)
  target.answer(302)
  await failing(bench)
  await addDeal(bench, 'Of nobody')
  const failed = await until(async () => {
    const view = await bench.get<AlertsView>('/api/alerts')
    return view.failure ?? undefined
  })
  expect(failed.problem.message).toContain('status 302')
  expect(target.received).toHaveLength(3)
  target.answer(204)
  await bench.call('POST', '/api/alerts/test')
  expect((await bench.get<AlertsView>('/api/alerts')).failure).toBeNull()
})

test('a command gets the text, without the key of the data directory', async () => {
  const file = join(newFolder(), 'mail.txt')
  process.env['PIPEDRIVE_COMPONENT_TEST'] = 'hidden-key'
  const alertCommand = `(echo "$ALERT_SUBJECT"; cat; env) > '${file}'`
  const bench = await openBench({ alertCommand })
  delete process.env['PIPEDRIVE_COMPONENT_TEST']
  expect(await bench.get<AlertsView>('/api/alerts')).toMatchObject({ command: alertCommand })
  const { body } = await bench.call<AlertTest>('POST', '/api/alerts/test')
  expect(body).toEqual([{ channel: 'command' }])
  const written = await readFile(file, 'utf8')
  expect(written.split('\n').slice(0, 2)).toEqual(
    Array(2).fill('A test alert of the Pipedrive workbench'),
  )
  expect(written).not.toContain('PIPEDRIVE_COMPONENT_')
})

test('a command that fails says how it has ended', async () => {
  const bench = await openBench({ alertCommand: 'exit 3' })
  const { body } = await bench.call<AlertTest>('POST', '/api/alerts/test')
  expect(body).toMatchObject([
    { channel: 'command', problem: { message: 'The alert command ended with exit code 3' } },
  ])
})

test('a webhook that was deleted in Pipedrive is created again, and told', async () => {
  await account.start()
  const [bench, target] = [await openBench(), await openAlertTarget()]
  await setUrl(bench, target.url)
  await account.adopt(bench)
  const id = await failing(bench)
  await account.deleteWebhooks()
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  const { body } = await until(() => target.received[0])
  expect(body).toMatchObject({
    kind: 'workflow-trouble',
    error: { message: expect.stringContaining('was deleted in Pipedrive') },
  })
  expect((await bench.example()).activationError?.message).toContain('was deleted in Pipedrive')
  expect(await account.webhooks()).toHaveLength(1)
})
