import { setTimeout } from 'node:timers/promises'
import type { Run, Store } from '../../../runtime/store/index.ts'
import type { AlertFailure, AlertMessage, AlertsView, AlertTest, Problem } from '../../api/index.ts'
import { problemOf } from '../errors.ts'
import type { EventBus } from '../events.ts'
import { postAlert, runCommand } from './deliver.ts'
import { createLimiter } from './limiter.ts'
import { messageOf, needsAttention, workflowIdOf, type Occasion } from './message.ts'
import { keepSettings, readSettings, type Settings } from './settings.ts'

/** Tells the user what goes wrong with active workflows, without the page open. */
export interface Alerts {
  view(): AlertsView
  settings(): Settings
  change(settings: Settings): Promise<void>
  /** Each channel is tried once. */
  test(): Promise<AlertTest>
  runEnded(run: Run): void
  activationFailed(workflowId: string, problem: Problem): void
  close(): Promise<void>
}

interface AlertOptions {
  readonly store: Store
  readonly events: EventBus
  readonly command: string | undefined
  /** Of the page. */
  readonly origin: () => string
}

/** Milliseconds before a delivery is tried again. */
const pausesMs = [1_000, 5_000]
const minuteMs = 60_000

type Channel = AlertTest[number]['channel']
type Deliver = (message: AlertMessage, signal: AbortSignal) => Promise<void>

export const createAlerts = async (options: AlertOptions): Promise<Alerts> => {
  const { store, events, command, origin } = options
  let settings = await readSettings(store)
  let failure: AlertFailure | null = null
  const abort = new AbortController()
  const sending = new Set<Promise<unknown>>()

  const channels = (): readonly (readonly [Channel, Deliver])[] => {
    const { webhookUrl } = settings
    const post: Deliver = (message, signal) => postAlert(webhookUrl ?? '', message, signal)
    const run: Deliver = (message, signal) => runCommand(command ?? '', message, signal)
    return [
      ...(webhookUrl === undefined ? [] : [['webhook', post] as const]),
      ...(command === undefined ? [] : [['command', run] as const]),
    ]
  }
  const ended = (problem: Problem | undefined) => {
    if (!problem && !failure) return
    failure = problem ? { at: store.now(), problem } : null
    events.publish({ type: 'alerts' })
  }
  const send = async (occasion: Occasion, count: number) => {
    const message = await messageOf({ store, origin: origin() }, occasion, count)
    const each = channels().map(([, deliver]) => untilDelivered(deliver, message, abort.signal))
    const refused = (await Promise.allSettled(each)).find(({ status }) => status === 'rejected')
    if (!abort.signal.aborted) ended(refused && problemOf(Reflect.get(refused, 'reason')))
  }
  const limiter = createLimiter<Occasion>(
    () => settings.minutes * minuteMs,
    (occasion, count) => {
      const task = send(occasion, count)
        .catch((error: unknown) => ended(problemOf(error)))
        .finally(() => sending.delete(task))
      sending.add(task)
    },
  )
  const add = (occasion: Occasion) => {
    if (channels().length > 0) limiter.add(workflowIdOf(occasion), occasion)
  }

  return {
    view: () => {
      const { webhookUrl, minutes } = settings
      const webhook = webhookUrl === undefined ? null : new URL(webhookUrl).origin
      return { webhook, command: command ?? null, minutes, failure }
    },
    settings: () => settings,
    async change(changed) {
      await keepSettings(store, changed)
      settings = changed
      ended(undefined)
      events.publish({ type: 'alerts' })
    },
    async test() {
      const message = testMessage(store, origin())
      const results = channels().map(async ([channel, deliver]) => {
        const problem = await deliver(message, abort.signal).then(() => undefined, problemOf)
        return { channel, ...(problem && { problem }) }
      })
      const all = await Promise.all(results)
      ended(all.find(({ problem }) => problem)?.problem)
      return all
    },
    runEnded(run) {
      if (needsAttention(run)) add({ kind: 'run-stopped', run })
    },
    activationFailed: (workflowId, problem) =>
      add({ kind: 'workflow-trouble', workflowId, problem }),
    async close() {
      limiter.close()
      abort.abort()
      await Promise.all(sending)
    },
  }
}

const untilDelivered = async (
  deliver: Deliver,
  message: AlertMessage,
  signal: AbortSignal,
): Promise<void> => {
  for (const pauseMs of [...pausesMs, undefined])
    try {
      return await deliver(message, signal)
    } catch (error) {
      if (pauseMs === undefined || signal.aborted) throw error
      await setTimeout(pauseMs, undefined, { signal })
    }
}

const testMessage = (store: Store, url: string): AlertMessage => ({
  kind: 'test',
  text: `A test alert of the ${store.component.title} workbench\nThis is where you will be told when a workflow that is on fails.\n${url}`,
  count: 1,
  at: new Date(store.now()).toISOString(),
  url,
})
