import { isDeepStrictEqual } from 'node:util'
import { abortable, drive, type Workflow } from '../../engine/index.ts'
import { addressOf } from './publicUrl.ts'
import { createSecret } from './createSecret.ts'
import {
  lock,
  acceptEvents,
  newestEventAt,
  recoverRuns,
  clearSubscription,
  saveSubscription,
  subscriptionFor,
} from '../store/index.ts'
import { createWebhookRoute } from './acceptDelivery.ts'
import { createEventAge } from './eventAge.ts'
import { startPruning } from './pruning.ts'
import type { Receiver } from './receiver.ts'
import { startWorker, type WorkerOptions } from './worker.ts'

export interface StartOptions extends WorkerOptions {
  readonly workflow: TriggeredWorkflow
  readonly connectionId: string
  readonly receiver: Receiver
  /** The https address that leads to the receiver; the loopback address when absent. */
  readonly publicUrl?: string | undefined
  /** Hears that the webhook was deleted elsewhere, and made again: events may have been missed. */
  readonly onWebhookLost?: (() => void) | undefined
}

export type TriggeredWorkflow = Workflow & { readonly trigger: NonNullable<Workflow['trigger']> }

export interface ActiveWorkflow {
  readonly webhookUrl: string
  /** Looks for runs that have become due, such as one to be retried. */
  wake(): void
  /**
   * Disables the trigger, and lets runs under way end. Events that wait stay in the store. Given
   * milliseconds, it takes no longer: then the webhook may stay, and the next start takes it over.
   */
  close(withinMs?: number): Promise<void>
  /** Stops, and leaves the trigger enabled for the next start. */
  pause(): Promise<void>
}

/** The API may delete a webhook that has failed for days, without notice. */
const checkIntervalMs = 6 * 3_600_000

/**
 * Enables a workflow's trigger and runs each event that arrives. Events are committed before they
 * are acknowledged, and what a process was cut off in is gone on with at the next start.
 */
export const startWorkflow = async (options: StartOptions): Promise<ActiveWorkflow> => {
  const { store, key, workflow, connectionId, receiver, publicUrl, client, onError } = options
  const trigger = workflow.trigger.operation
  const unlock = await lock(store, key)
  const send = client.sender({ onRequest: options.onRequest ?? (() => {}) })
  let subscription: unknown
  try {
    const subject = { workflow: key, trigger: trigger.name, connectionId }
    const { id, path, ...before } = await subscriptionFor(store, subject)
    const webhookUrl = addressOf(path, receiver.origin, publicUrl)
    const enable = async (known: unknown) => {
      const credentials = { user: createSecret(), password: createSecret() }
      const earlier = known === undefined ? [] : [known]
      const endpoint = { webhookUrl, ...credentials, earlier }
      subscription = await drive(trigger.webhookEnable(endpoint), send)
      await saveSubscription(store, id, webhookUrl, subscription)
      if (known !== undefined && !isDeepStrictEqual(subscription, known)) options.onWebhookLost?.()
    }
    await recoverRuns(store, key)
    const worker = startWorker(options)
    const commit: Parameters<typeof createWebhookRoute>[2] = async events => {
      await acceptEvents(store, key, { id, connectionId }, events)
      worker.wake()
    }
    const isExpired = createEventAge(store.now, await newestEventAt(store, key))
    receiver.addRoute(
      path,
      createWebhookRoute(trigger, () => subscription, commit, isExpired),
      publicUrl,
    )
    try {
      if (before.webhook !== undefined && before.url !== webhookUrl)
        await drive(trigger.webhookDisable(before.webhook), send)
      await enable(before.url === webhookUrl ? before.webhook : undefined)
    } catch (error) {
      receiver.removeRoute(path)
      await worker.stop()
      throw error
    }
    const check = setInterval(
      () => void enable(subscription).catch(onError),
      checkIntervalMs,
    ).unref()
    const stopPruning = startPruning(store, async () => [key], onError)
    const pause = async (graceMs?: number) => {
      clearInterval(check)
      await stopPruning()
      receiver.removeRoute(path)
      await worker.stop(graceMs)
      unlock()
    }
    return {
      webhookUrl,
      wake: () => worker.wake(),
      pause: () => pause(),
      async close(withinMs) {
        const late = withinMs === undefined ? undefined : AbortSignal.timeout(withinMs)
        const stopped = late && worker.stop(withinMs)
        try {
          await drive(trigger.webhookDisable(subscription), send, late)
          await abortable(clearSubscription(store, id), late)
        } finally {
          await stopped
          await pause(late && 0)
        }
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
