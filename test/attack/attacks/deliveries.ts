import { connect, type Socket } from 'node:net'
import { listRuns } from '../../../runtime/store/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { sendRaw } from '../../malformedRequests.ts'
import { deal, leadsTitled, startTestWorkflow } from '../../runtime/workflowBench.ts'
import { createTally, inParallel, type Attack, type Tally } from '../attack.ts'
import { deepList, jsonValues, texts } from '../hostileTexts.ts'

type Started = Awaited<ReturnType<typeof startTestWorkflow>>
type Tallying = ReturnType<typeof createTally>

const withWorkflow = async (work: (started: Started, tally: Tallying) => Promise<string>) => {
  const sandbox = await startSandbox({ scale: 20 })
  const started = await startTestWorkflow(sandbox)
  const tally = createTally()
  try {
    return tally.total(await work(started, tally))
  } finally {
    await started.close()
    await sandbox.close()
  }
}

const meta = (change: object) => ({ ...deal('a'), meta: { ...deal('a').meta, ...change } })
const wrong: readonly (readonly [string, unknown])[] = [
  ...jsonValues.map(value => [`a body of ${value.slice(0, 20)}`, value] as const),
  ...[1, 'x', [1], true].map(
    data => [`data ${JSON.stringify(data)}`, { ...deal('a'), data }] as const,
  ),
  ...[1, 'x', [1]].map(
    previous => [`previous ${JSON.stringify(previous)}`, { ...deal('a'), previous }] as const,
  ),
  ...['', null, 1, {}, []].map(id => [`id ${JSON.stringify(id)}`, meta({ id })] as const),
  ['no JSON', '{'],
  ['deep data', `{"meta":${JSON.stringify(deal('a').meta)},"data":${deepList(100_000)}}`],
]

/** No delivery of Pipedrive's, and nothing that one could not run with. */
const odd: readonly (readonly [string, unknown])[] = [
  ...[-1e20, 'never', null, {}, '', '+999999-01-01T00:00:00Z'].map(
    timestamp => [`timestamp ${JSON.stringify(timestamp)}`, meta({ timestamp })] as const,
  ),
  ['no data', { ...deal('a'), data: null }],
  // What PHP writes for an empty object.
  ['an empty list', { ...deal('a'), data: [], previous: [] }],
]

export const forged: Attack = {
  group: 'Webhooks',
  name: 'Forged, malformed, wrong type, old, huge, not UTF-8',
  run: () =>
    withWorkflow(async ({ started, deliver, store, authorization }, tally) => {
      const { host, port, pathname } = new URL(started.webhookUrl)
      for (const [what, body] of wrong)
        await tally.attempt(what, async () => {
          const status = await deliver(body)
          return status === 400 || status === 413 ? undefined : `is answered ${status}`
        })
      for (const name of texts.filter(text => /^[\x20-\x7e]{0,200}$/.test(text)))
        await tally.attempt(`credentials ${name}`, async () => {
          const status = await deliver(deal('a'), { authorization: name })
          return status === 401 ? undefined : `is answered ${status}`
        })
      await tally.attempt('20 MB', async () => {
        const status = await deliver('x'.repeat(20_000_000)).catch(() => 413)
        return status === 413 ? undefined : `is answered ${status}`
      })
      await tally.attempt('bytes that are not UTF-8', async () => {
        const body = JSON.stringify(deal('a', '?\xff\xc3?'))
        const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}`
        const rest = `Content-Length: ${body.length}\r\nConnection: close`
        const said = await sendRaw(Number(port), `${head}\r\n${rest}\r\n\r\n${body}`)
        return said.startsWith('HTTP/1.1 400') ? undefined : `is answered ${said.slice(0, 12)}`
      })
      const runs = await listRuns(store)
      tally.count('runs', runs.length === 0 ? undefined : `there are ${runs.length}`)
      for (const [what, body] of odd)
        await tally.attempt(what, async () => {
          const status = await deliver(body)
          return status === 200 || status === 400 ? undefined : `is answered ${status}`
        })
      return ''
    }),
}

export const doubled: Attack = {
  group: 'Webhooks',
  name: '200 copies of one event at once',
  onlyLong: true,
  async run() {
    const sandbox = await startSandbox({ scale: 20 })
    const { deliver, after, store, close } = await startTestWorkflow(sandbox)
    const tally = createTally()
    await inParallel(Array.from({ length: 200 }), 50, () =>
      tally.attempt('copy', async () => {
        const status = await deliver(deal('one', 'Copied'))
        return status === 200 ? undefined : `is answered ${status}`
      }),
    )
    await after(1)
    const [runs, leads] = [await listRuns(store), await leadsTitled(sandbox, 'Copied')]
    tally.count('runs', runs.length === 1 ? undefined : `there are ${runs.length}`)
    tally.count('leads', leads === 1 ? undefined : `there are ${leads}`)
    await close()
    await sandbox.close()
    return tally.total()
  },
}

const deliveries = async (
  { deliver }: Started,
  tally: Tallying,
  kind: string,
  sockets: readonly Socket[],
): Promise<void> => {
  await Promise.all(sockets.map(socket => new Promise(resolve => socket.once('connect', resolve))))
  for (let number = 0; number < 20; number++)
    await tally.attempt(`${kind}, delivery ${number}`, async () => {
      // As Pipedrive, which repeats what has not been answered.
      const status = await deliver(deal(`${kind} ${number}`)).catch(() => 0)
      return status === 200 ? undefined : `is answered ${status}`
    })
  for (const socket of sockets) socket.destroy()
}

export const slowSenders: Attack = {
  group: 'Webhooks',
  name: 'Hundreds of slow or idle connections, while others deliver',
  run: ({ many }): Promise<Tally> =>
    withWorkflow(async (started, tally) => {
      const { port, pathname } = new URL(started.started.webhookUrl)
      const head = `POST ${pathname} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`
      const kinds = {
        'slow heads': `${head}x-a: `,
        idle: '',
        'slow bodies': `${head}Content-Length: 9\r\n\r\n{`,
      }
      const count = many(300, 400)
      for (const [kind, text] of Object.entries(kinds)) {
        const open = () => {
          const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
          socket.write(text)
          return socket
        }
        await deliveries(started, tally, kind, Array.from({ length: count }, open))
      }
      return `${count} connections of each of three kinds`
    }),
}
