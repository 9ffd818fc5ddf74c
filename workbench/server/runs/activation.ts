import type { Component } from '../../../definitions/index.ts'
import {
  keepVersion,
  listWorkflows,
  loopIn,
  setActive,
  workflowWithId,
  type Run,
  type Store,
  type ActiveVersion,
} from '../../../runtime/store/index.ts'
import {
  startWorkflow,
  type Receiver,
  type ActiveWorkflow,
} from '../../../runtime/webhooks/index.ts'
import type { Problem } from '../../api/index.ts'
import type { Clients } from '../connections/clients.ts'
import { problemOf } from '../errors.ts'
import type { EventBus } from '../events.ts'
import { createKeyedQueue } from '../tasks.ts'
import { parseTriggered } from '../workflows/load.ts'
import { summaryOf } from './summary.ts'
import { notDeleted, webhookLost } from './webhookErrors.ts'

/** Turns workflows on and off. */
export interface Activation {
  /** What can be said of it besides what the store has. */
  of(id: string): { readonly webhookUrl?: string; readonly activationError?: Problem }
  activate(id: string, version: ActiveVersion): Promise<void>
  /** It is off afterwards in any case; a webhook that could not be deleted is an `activationError`. */
  deactivate(id: string): Promise<void>
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

interface ActivationOptions {
  readonly store: Store
  readonly clients: Clients
  readonly receiver: Receiver
  readonly events: EventBus
  /** Hears what goes wrong with what is on. */
  readonly alerts: {
    runEnded(run: Run): void
    activationFailed(workflowId: string, problem: Problem): void
  }
}

interface Running {
  readonly started: ActiveWorkflow
  readonly version: ActiveVersion
}

/** What could not be turned on, for example without a network, is tried again. */
const retryIntervalMs = 60_000

/** Milliseconds that runs under way, and the deletion of a webhook, have at the end. */
const closeTimeoutMs = 1_000

export const createActivation = (options: ActivationOptions): Activation => {
  const { store, clients, receiver, events, alerts } = options
  const running = new Map<string, Running>()
  const errors = new Map<string, Problem>()
  /** The last run that was skipped because its workflow starts itself. */
  const skipped = new Map<string, number>()
  const queued = createKeyedQueue()
  const publish = () => events.publish({ type: 'workflows' })
  const setError = (id: string, error: unknown) => setProblem(id, problemOf(error))
  const setProblem = (id: string, problem: Problem) => {
    // What is tried again every minute is told once.
    if (errors.get(id)?.message !== problem.message) alerts.activationFailed(id, problem)
    errors.set(id, problem)
    publish()
  }
  const onRun = (run: Run) => {
    events.publish({ type: 'run', run: summaryOf(run) })
    alerts.runEnded(run)
    // The run that has caused a skipped one may end after it.
    const isOlder = run.id < (skipped.get(run.workflow) ?? 0)
    if (run.state === 'done' && !isOlder && errors.delete(run.workflow)) publish()
    const loop = loopIn(run)
    if (!loop) return
    skipped.set(run.workflow, run.id)
    setProblem(run.workflow, loop)
  }

  const start = async (id: string, wanted: ActiveVersion) => {
    const { connectionId, publicUrl, definition, version } = wanted
    const workflow = parseTriggered(store.component, definition)
    await keepVersion(store, id, version, definition)
    let isLost = false
    const started = await startWorkflow({
      ...{ store, receiver, connectionId, publicUrl, onRun, version, workflow },
      key: id,
      client: await clients.of(connectionId),
      onStep: onRun,
      onError: error => setError(id, error),
      onWebhookLost() {
        isLost = true
        setError(id, webhookLost(store.component))
      },
    })
    running.set(id, { started, version: wanted })
    if (!isLost) errors.delete(id)
  }
  const remove = (id: string) => {
    const entry = running.get(id)
    running.delete(id)
    return entry
  }
  const resumeOne = async (id: string) => {
    const wanted = (await workflowWithId(store, id))?.active
    if (!wanted || running.has(id)) return
    await start(id, wanted).catch((error: unknown) => setError(id, error))
    publish()
  }
  const resume = async () => {
    const wanted = (await listWorkflows(store)).filter(workflow => workflow.active)
    await Promise.all(wanted.map(({ id }) => queued(id, () => resumeOne(id))))
  }
  const again = setInterval(() => void resume().catch(() => {}), retryIntervalMs).unref()

  return {
    of(id) {
      const webhookUrl = running.get(id)?.started.webhookUrl
      const problem = errors.get(id)
      return { ...(webhookUrl && { webhookUrl }), ...(problem && { activationError: problem }) }
    },
    activate: (id, wanted) =>
      queued(id, async () => {
        const before = remove(id)
        // A webhook that is wanted again stays, so that no event is missed.
        if (before)
          await (isSame(store.component, before.version, wanted)
            ? before.started.pause()
            : before.started.close())
        try {
          await start(id, wanted)
        } catch (error) {
          if (before)
            await start(id, before.version).catch((second: unknown) => setError(id, second))
          throw error
        }
        await setActive(store, id, wanted)
        publish()
      }),
    deactivate: id =>
      queued(id, async () => {
        errors.delete(id)
        await setActive(store, id, null)
        await remove(id)
          ?.started.close()
          .catch((error: unknown) => void errors.set(id, problemOf(notDeleted(error))))
        publish()
      }),
    resume,
    async reopen(connectionId, change) {
      const isUser = (id: string) => running.get(id)?.version.connectionId === connectionId
      const pause = async (id: string) => (isUser(id) ? remove(id)?.started.pause() : undefined)
      // In turn, as one that is just being turned on uses the client already.
      const pauseUsers = async () => {
        const all = await listWorkflows(store)
        await Promise.all(all.map(({ id }) => queued(id, () => pause(id))))
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
        queued(id, async () => remove(id)?.started.close(closeTimeoutMs)),
      )
      for (const ended of await Promise.allSettled(closing))
        if (ended.status === 'rejected') throw notDeleted(ended.reason)
    },
  }
}

const isSame = (component: Component, before: ActiveVersion, after: ActiveVersion) =>
  before.connectionId === after.connectionId &&
  parseTriggered(component, before.definition).trigger.operation ===
    parseTriggered(component, after.definition).trigger.operation
