import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../../definitions/index.ts'
import {
  asComponentError,
  openMeter,
  parseWorkflow,
  type WorkflowStep,
} from '../../engine/index.ts'
import {
  requirePublicUrl,
  openReceiver,
  startWorkflow,
  type TriggeredWorkflow,
} from '../../runtime/webhooks/index.ts'
import {
  connectionNamed,
  openConnection,
  saveConnection,
  type Connection,
} from '../../runtime/connections/index.ts'
import { openStore, shownState, type Run, type Store } from '../../runtime/store/index.ts'
import { component } from '../component.ts'
import { waitForSignal } from '../connect.ts'
import { readJson } from '../input.ts'
import { info, noteError, print, printJson } from '../output.ts'
import { stateText } from '../runText.ts'
import { withStore } from '../withStore.ts'

/** Runs under way have this time to end; what is left goes on at the next start. */
const closeTimeoutMs = 10_000

interface StartOptions {
  readonly sandbox?: true
  readonly connection?: string
  readonly publicUrl?: string
  readonly port?: number
  readonly count?: number
  readonly json?: boolean
}

/** Enables the trigger of a workflow and runs each event, until Ctrl-C. */
export const start = async (file: string, options: StartOptions): Promise<void> => {
  const workflow = parseWorkflow(component, await readJson(`@${file}`, file))
  const { trigger } = workflow
  if (!trigger)
    throw new InputError(file, 'the workflow has no trigger', 'Run it with: workflow run')
  const started = { ...workflow, trigger }
  const key = await realpath(file)
  if (options.sandbox && options.connection === undefined)
    return inSandbox((store, connection) => {
      requirePublicUrl(connection.apiDomain, options.publicUrl, '--public-url')
      return serve(store, connection, key, started, options)
    })
  if (options.connection === undefined || options.sandbox)
    throw new InputError('', 'give either --sandbox or --connection')
  const { connection: name, publicUrl } = options
  await withStore(async store => {
    const connection = await connectionNamed(store, name)
    requirePublicUrl(connection.apiDomain, publicUrl, '--public-url')
    await serve(store, connection, key, started, options)
  })
}

const serve = async (
  store: Store,
  connection: Connection,
  key: string,
  workflow: TriggeredWorkflow,
  { sandbox, publicUrl, port, count, json = false }: StartOptions,
): Promise<void> => {
  const wanted = count ?? (sandbox ? 1 : Infinity)
  const client = await openConnection(store, connection)
  const receiver = await openReceiver(port)
  let ended = 0
  let finish = () => {}
  const enough = new Promise<void>(resolve => (finish = resolve))
  const show = (run: Run) => {
    if (run.state === 'running') return
    if (json) printJson(shown(run))
    else print(`run ${run.id}: ${stateText(run)}, ${run.tokenCost} tokens`)
    if (run.error && !json) noteError(run.error, '  ')
    if (run.state !== 'waiting' && ++ended >= wanted) finish()
  }
  const onStep = ({ id }: Run, { name, result }: WorkflowStep) =>
    json || info(`  run ${id} ${'error' in result ? '✗' : '✓'} ${name}, ${result.ms} ms`)
  try {
    const started = await startWorkflow({
      ...{ store, client, receiver, workflow, key, onStep },
      connectionId: connection.id,
      publicUrl,
      maxRuns: wanted,
      onRun: show,
      onError: error => noteError(asComponentError(error)),
    })
    info(`${workflow.label || key}: on, at ${started.webhookUrl} … Ctrl-C turns it off`)
    try {
      const stopped = waitForSignal()
      for (let event = 0; sandbox && event < wanted; event++)
        await openMeter({ client }).run(
          component.simulate(workflow.trigger.operation.name, sandboxPerson),
        )
      await Promise.race([enough, stopped])
    } finally {
      store.endSoon()
      await started.close(closeTimeoutMs)
    }
  } finally {
    await receiver.close()
    await client.close()
  }
}

/** New deals get a person, as workflows about deals look for one. */
const sandboxPerson = { person_id: 1 }

const shown = (run: Run) => {
  const { id, attempts, tokenCost, error, receivedAt, endedAt } = run
  const facts = { id, state: shownState(run), attempts, tokenCost, receivedAt, endedAt }
  return { ...facts, ...(error && { error }) }
}

/** A sandbox and a data directory that live as long as the command. */
const inSandbox = async (
  work: (store: Store, connection: Connection) => Promise<void>,
): Promise<void> => {
  const { startSandbox } = await import('../../sandbox/index.ts')
  const folder = await mkdtemp(join(tmpdir(), 'pipedrive-component-'))
  const closing: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const sandbox = await startSandbox()
    closing.unshift(() => sandbox.close())
    const store = await openStore({ component, folder })
    closing.unshift(() => store.close())
    const { clientId, clientSecret, redirectUri, url } = sandbox
    const app = { clientId, clientSecret, redirectUri, server: url }
    const { accessToken, refreshToken } = sandbox
    const reply = { accessToken, refreshToken, apiDomain: url, expiresIn: 3_599_000, scopes: [] }
    await work(store, await saveConnection(store, 'sandbox', app, reply, 'Sandbox'))
  } finally {
    for (const close of closing) await close()
  }
}
