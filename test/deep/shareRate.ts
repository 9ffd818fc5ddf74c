import { startSandbox } from '../../sandbox/index.ts'
import { connected, startProcess } from '../runtime/store/support.ts'

/** Asks for deals until all are there; prints what came, and how often it was asked to wait. */
const asking = (each: number) => `
  import { pipedrive } from '${process.cwd()}/dist/bundle/component/index.js'
  import { connectionNamed, openConnection } from '${process.cwd()}/dist/bundle/runtime/connections/index.js'
  import { openStore } from '${process.cwd()}/dist/bundle/runtime/store/index.js'
  const store = await openStore({ component: pipedrive })
  const client = await openConnection(store, await connectionNamed(store, 'main'))
  let refused = 0
  const send = client.sender({ onRequest: ({ status }) => { if (status === 429) refused++ } })
  const begun = performance.now()
  const gets = Array.from({ length: ${each} }, (_, at) =>
    send({ method: 'GET', path: '/api/v2/deals/{id}', params: { id: at + 1 } }))
  const statuses = (await Promise.all(gets)).map(({ status }) => status)
  const seconds = (performance.now() - begun) / 1000
  await client.close()
  store.close()
  console.log(JSON.stringify({ refused, seconds, statuses }))
`

/** What one process has come to. */
export interface Share {
  /** How often it was answered 429. */
  readonly refused: number
  readonly seconds: number
  readonly statuses: readonly number[]
}

/** Lets several processes ask on one connection of a plan, a number of times each. */
export const shareRate = async (
  count: number,
  each: number,
  plan: 'lite' | 'ultimate' = 'lite',
) => {
  const sandbox = await startSandbox({ plan })
  const { folder, store } = await connected(sandbox)
  try {
    const start = performance.now()
    const processes = Array.from({ length: count }, () => startProcess(folder, asking(each)))
    const outputs = await Promise.all(processes.map(({ output }) => output))
    const seconds = (performance.now() - start) / 1000
    // One that has failed has printed nothing.
    const shares = outputs.map(text => (text === '' ? undefined : (JSON.parse(text) as Share)))
    return { seconds, shares }
  } finally {
    store.close()
    await sandbox.close()
  }
}
