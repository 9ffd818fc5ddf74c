import type { Store } from '../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { connected, startProcess } from '../runtime/store/support.ts'

/** Asks for deals until all are there; prints what came, and how often it was asked to wait. */
const asking = (each: number) => `
  import { pipedrive } from '${process.cwd()}/dist/bundle/component/index.js'
  import { connectionNamed, openConnection } from '${process.cwd()}/dist/bundle/runtime/connections/index.js'
  import { openStore } from '${process.cwd()}/dist/bundle/runtime/store/index.js'
  const store = await openStore({ component: pipedrive })
  const client = await openConnection(store, await connectionNamed(store, 'main'))
  const start = performance.now()
  let refused = 0
  const send = client.sender({ onRequest({ status }) { if (status === 429) refused++ } })
  const gets = Array.from({ length: ${each} }, (_, at) =>
    send({ method: 'GET', path: '/api/v2/deals/{id}', params: { id: at + 1 } }))
  const statuses = (await Promise.all(gets)).map(({ status }) => status)
  const seconds = (performance.now() - start) / 1000
  await client.close()
  store.close()
  console.log(JSON.stringify({ refused, seconds, statuses }))
`

let sandbox: Sandbox
let store: Store
// A test that fails must not keep the whole run from ending.
afterEach(async () => {
  store.close()
  await sandbox.close()
})

test.each([
  [2, 300],
  [4, 150],
  [8, 200],
])(
  '%i processes on one connection share the rate of Lite, and no 429 surfaces',
  async (count, each) => {
    sandbox = await startSandbox({ plan: 'lite' })
    const opened = await connected(sandbox)
    store = opened.store
    const start = performance.now()
    const processes = Array.from({ length: count }, () => startProcess(opened.folder, asking(each)))
    const outputs = await Promise.all(processes.map(({ output }) => output))
    const seconds = (performance.now() - start) / 1000
    const seen = outputs.map(
      output => JSON.parse(output) as { refused: number; seconds: number; statuses: number[] },
    )
    for (const { statuses } of seen) {
      expect(statuses).toHaveLength(each)
      expect(statuses.every(status => [200, 404, 410].includes(status))).toBe(true)
    }
    const share = ((count * each) / 80 - 1) / (seconds / 2)
    console.log(
      `${count} × ${each} gets in ${seconds.toFixed(2)} s: ${(share * 100).toFixed(1)} % of the allowed rate, ` +
        `${seen.map(({ refused }) => refused).join(', ')} times asked to wait`,
    )
    const each429 = seen.map(({ refused }) => refused)
    const took = seen.map(one => one.seconds)
    console.log(`each took ${took.map(one => one.toFixed(1)).join(', ')} s`)
    expect(each429.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(10)
    expect(Math.max(...took)).toBeLessThanOrEqual(2 * Math.min(...took))
    expect(share).toBeGreaterThan(0.3)
  },
  120_000,
)
