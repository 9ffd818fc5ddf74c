import { ComponentError, type Component } from '../../../definitions/index.ts'
import {
  keepVersion,
  listWorkflows,
  setLive,
  skippedNames,
  workflowWithId,
  type Run,
  type Store,
  type LiveWorkflow,
} from '../../../runtime/store/index.ts'
import { startWorkflow, type Receiver, type Started } from '../../../runtime/webhooks/index.ts'
import type { Problem } from '../../api/index.ts'
import type { Clients } from '../connections/clients.ts'
import { problemOf } from '../errors.ts'
import type { Live } from '../live.ts'
import { oneByOne } from './oneByOne.ts'
import { startable } from './startable.ts'
import { summaryOf } from './summary.ts'

/** Turns workflows on and off. */
export interface Switches {
  /** What can be said of it besides what the store has. */
  of(id: string): { readonly webhookUrl?: string; readonly trouble?: Problem }
  turnOn(id: string, live: LiveWorkflow): Promise<void>
  /** It is off afterwards in any case; a webhook that could not be deleted is a trouble. */
  turnOff(id: string): Promise<void>
  /** Turns on what was on when the workbench was stopped, and what could not be since. */
  resume(): Promise<void>
  /** Changes a connection. Workflows that use it are paused by `pauseUsers`, and go on afterwards. */
  reopen(
    connectionId: string,
    change: (pauseUsers: () => Promise<void>) => Promise<void>,
  ): Promise<void>
  /** A run of it has become due; false where it is off. */
  wake(id: string): boolean
  close(): Promise<void>
}

interface Surroundings {
  readonly store: Store
  readonly clients: Clients
  readonly receiver: Receiver
  readonly live: Live
}

interface Running {
  readonly started: Started
  readonly live: LiveWorkflow
}

/** What could not be turned on, for example without a network, is tried again. */
const tryAgainEvery = 60_000

/** Milliseconds that runs under way, and the deletion of a webhook, have at the end. */
const closeTimeoutMs = 1_000

export const createSwitches = ({ store, clients, receiver, live }: Surroundings): Switches => {
  const running = new Map<string, Running>()
  const troubles = new Map<string, Problem>()
  const inTurn = oneByOne()
  const tell = () => live.tell({ type: 'workflows' })
  const trouble = (id: string, error: unknown) => {
    troubles.set(id, problemOf(error))
    tell()
  }
  const onRun = (run: Run) => {
    live.tell({ type: 'run', run: summaryOf(run) })
    if (run.state === 'done' && troubles.delete(run.workflow)) tell()
    if (run.state === 'failed' && run.error?.name === skippedNames.loop) {
      troubles.set(run.workflow, run.error)
      tell()
    }
  }

  const start = async (id: string, wanted: LiveWorkflow) => {
    const { connectionId, publicUrl, definition, version } = wanted
    await keepVersion(store, id, version, definition)
    const started = await startWorkflow({
      ...{ store, receiver, connectionId, publicUrl, onRun, version },
      key: id,
      workflow: startable(store.component, definition),
      client: await clients.of(connectionId),
      onStep: onRun,
      onError: error => trouble(id, error),
    })
    running.set(id, { started, live: wanted })
    troubles.delete(id)
  }
  const take = (id: string) => {
    const entry = running.get(id)
    running.delete(id)
    return entry
  }
  const resumeOne = async (id: string) => {
    const wanted = (await workflowWithId(store, id))?.live
    if (!wanted || running.has(id)) return
    await start(id, wanted).catch((error: unknown) => trouble(id, error))
    tell()
  }
  const resume = async () => {
    const wanted = (await listWorkflows(store)).filter(workflow => workflow.live)
    await Promise.all(wanted.map(({ id }) => inTurn(id, () => resumeOne(id))))
  }
  const again = setInterval(() => void resume().catch(() => {}), tryAgainEvery).unref()

  return {
    of(id) {
      const webhookUrl = running.get(id)?.started.webhookUrl
      const problem = troubles.get(id)
      return { ...(webhookUrl && { webhookUrl }), ...(problem && { trouble: problem }) }
    },
    turnOn: (id, wanted) =>
      inTurn(id, async () => {
        const before = take(id)
        // A webhook that is wanted again stays, so that no event is missed.
        if (before)
          await (isSame(store.component, before.live, wanted)
            ? before.started.pause()
            : before.started.close())
        try {
          await start(id, wanted)
        } catch (error) {
          if (before) await start(id, before.live).catch((second: unknown) => trouble(id, second))
          throw error
        }
        await setLive(store, id, wanted)
        tell()
      }),
    turnOff: id =>
      inTurn(id, async () => {
        troubles.delete(id)
        await setLive(store, id, null)
        await take(id)
          ?.started.close()
          .catch((error: unknown) => trouble(id, notDeleted(error)))
        tell()
      }),
    resume,
    async reopen(connectionId, change) {
      const isUser = (id: string) => running.get(id)?.live.connectionId === connectionId
      const pause = async (id: string) => (isUser(id) ? take(id)?.started.pause() : undefined)
      // In turn, as one that is just being turned on uses the client already.
      const pauseUsers = async () => {
        const all = await listWorkflows(store)
        await Promise.all(all.map(({ id }) => inTurn(id, () => pause(id))))
      }
      await change(pauseUsers)
      await resume()
    },
    wake(id) {
      running.get(id)?.started.wake()
      return running.has(id)
    },
    async close() {
      clearInterval(again)
      const closing = [...running.keys()].map(id =>
        inTurn(id, async () => take(id)?.started.close(closeTimeoutMs)),
      )
      for (const ended of await Promise.allSettled(closing))
        if (ended.status === 'rejected') throw notDeleted(ended.reason)
    },
  }
}

const isSame = (component: Component, before: LiveWorkflow, after: LiveWorkflow) =>
  before.connectionId === after.connectionId &&
  startable(component, before.definition).trigger.operation ===
    startable(component, after.definition).trigger.operation

const notDeleted = (cause: unknown) =>
  new ComponentError(
    `Turned off, but its webhook could not be deleted: ${problemOf(cause).message}`,
    {
      cause,
      recovery: 'retry',
      hint: 'It is deleted automatically after three days of failed deliveries.',
    },
  )
