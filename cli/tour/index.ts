import { openMeter } from '../../engine/index.ts'
import { openCallback, refreshTokens } from '../../runtime/connections/index.ts'
import { openClient, type Client } from '../../runtime/index.ts'
import { requirePublicUrl } from '../../runtime/webhooks/index.ts'
import { component } from '../component.ts'

import { startSandbox } from '../../sandbox/index.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { exitCodes } from '../exit.ts'
import { info, print, printJson } from '../output.ts'
import { runActions, runOptions } from './actions.ts'
import { authorize } from './authorize.ts'
import { findings, header, line, type Row } from './report.ts'
import { toured } from './steps.ts'
import { runTriggers, type WebhookOptions } from './triggers.ts'

interface TourOptions extends ConnectionTarget, WebhookOptions {
  readonly json?: boolean
}

const names = (operations: readonly { readonly name: string }[]) =>
  operations.map(({ name }) => name)

/** Runs everything once and checks it; the exit code is 0 only if all is as it should be. */
export const tour = async (options: TourOptions): Promise<void> => {
  const { url, json, publicUrl, port } = options
  const rows: Row[] = []
  const report = (row: Row) => {
    rows.push(row)
    if (!json) print(line(row))
  }
  const webhook = {
    ...(publicUrl !== undefined && { publicUrl }),
    ...(port !== undefined && { port }),
  }
  if (!json) print(header)
  if (url === undefined)
    await inSandbox((client, signal) => visit(client, webhook, signal, report), report)
  else {
    requirePublicUrl(url, publicUrl, '--public-url')
    await withConnection({ url }, ({ client }, signal) => visit(client, webhook, signal, report))
  }
  const { actions, triggers } = component
  const all = { actions: names(actions), triggers: names(triggers), toured }
  const { summary, skipped, faults } = findings(rows, all)
  if (json) printJson({ summary, skipped, rows })
  else for (const text of ['', summary]) print(text)
  if (skipped.length > 0)
    info(`Not run, as cli/tour/steps.ts has no step for it: ${skipped.join(', ')}`)
  if (faults.length === 0) return
  info(`Not as it should be: ${faults.join(', ')}`)
  process.exitCode = exitCodes.defect
}

const visit = async (
  client: Client,
  webhook: WebhookOptions,
  signal: AbortSignal,
  report: (row: Row) => void,
): Promise<void> => {
  report(await test(client))
  await runActions(client, signal, report)
  await runOptions(client, component.actions, report)
  const { run } = openMeter({ client })
  const person = await run(component.simulate('newPerson'))
  await runTriggers(client, webhook, person.id, report)
  await run(person.remove())
}

const test = async (client: Client): Promise<Row> => {
  const { run, cost } = openMeter({ client })
  const { label } = await run(component.connection.test())
  const { requests, ...figures } = cost()
  return { kind: 'connection', name: `test: ${label}`, requests: requests.length, ...figures }
}

/** Starts a sandbox and connects to it by the real flow: consent page, code, tokens, refresh. */
const inSandbox = async (
  work: (client: Client, signal: AbortSignal) => Promise<void>,
  report: (row: Row) => void,
): Promise<void> => {
  const callback = await openCallback('http://127.0.0.1:0/callback')
  const sandbox = await startSandbox({ redirectUri: callback.redirectUri, plan: 'lite' })
  const abort = new AbortController()
  const stop = () => abort.abort()
  process.once('SIGINT', stop)
  try {
    const start = performance.now()
    const { clientId, clientSecret, redirectUri, url: server } = sandbox
    const app = { clientId, clientSecret, redirectUri, server }
    let { refreshToken } = await authorize(app, callback)
    const refresh = async () => {
      const renewed = await refreshTokens(component.connection, app, refreshToken)
      refreshToken = renewed.refreshToken
      return renewed
    }
    const tokens = await refresh()
    report({
      kind: 'connection',
      name: 'authorize and refresh',
      ms: Math.round(performance.now() - start),
    })
    const client = openClient({ component, tokens, refresh, allowLoopback: true })
    try {
      await work(client, abort.signal)
    } finally {
      await client.close()
    }
  } finally {
    process.removeListener('SIGINT', stop)
    callback.close()
    await sandbox.close()
  }
}
