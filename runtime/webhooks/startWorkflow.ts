import { isDeepStrictEqual } from 'node:util'
import { drive, type Workflow } from '../../engine/index.ts'
import { addressOf } from './publicUrl.ts'
import { secret } from './secret.ts'
import {
  lock,
  acceptEvents,
  oldestEvent,
  pruneRuns,
  recoverRuns,
  forgetEnabled,
  keepEnabled,
  subscriptionFor,
} from '../store/index.ts'
import { accepting } from './acceptDelivery.ts'
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
const checkEvery = 6 * 3_600_000

/**
 * Enables a workflow's trigger and runs each event that arrives. Events are committed before they
 * are acknowledged, and what a process was cut off in is gone on with at the next start.
 */
export const startWorkflow = async (options: StartOptions): Promise<ActiveWorkflow> => {
  const { store, key, workflow, connectionId, receiver, publicUrl, client, onError } = options
  const trigger = workflow.trigger.operation
  const unlock = await lock(store, key)
  const send = client.sender({ onRequest: options.onRequest ?? (() => {}) })
  let kept: unknown
  try {
    const subject = { workflow: key, trigger: trigger.name, connectionId }
    const { id, path, ...before } = await subscriptionFor(store, subject)
    const webhookUrl = addressOf(path, receiver.origin, publicUrl)
    const enable = async (known: unknown) => {
      const credentials = { user: secret(), password: secret() }
      const earlier = known === undefined ? [] : [known]
      const endpoint = { webhookUrl, ...credentials, kept: earlier }
      kept = await drive(trigger.webhookEnable(endpoint), send)
      await keepEnabled(store, id, webhookUrl, kept)
      if (known !== undefined && !isDeepStrictEqual(kept, known)) options.onWebhookLost?.()
    }
    await pruneRuns(store)
    await recoverRuns(store, key)
    const worker = startWorker(options)
    const commit: Parameters<typeof accepting>[2] = async events => {
      await acceptEvents(store, key, { id, connectionId }, events)
      worker.wake()
    }
    const isTooOld = ({ occurredAt }: { readonly occurredAt: string }) =>
      Date.parse(occurredAt) < store.now() - oldestEvent
    receiver.open(
      path,
      accepting(trigger, () => kept, commit, isTooOld),
      publicUrl,
    )
    try {
      if (before.kept !== undefined && before.url !== webhookUrl)
        await drive(trigger.webhookDisable(before.kept), send)
      await enable(before.url === webhookUrl ? before.kept : undefined)
    } catch (error) {
      receiver.shut(path)
      await worker.stop()
      throw error
    }
    const check = setInterval(() => void enable(kept).catch(onError), checkEvery).unref()
    const pause = async (graceMs?: number) => {
      clearInterval(check)
      receiver.shut(path)
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
          await drive(trigger.webhookDisable(kept), send, late)
          await forgetEnabled(store, id)
        } finally {
          await stopped
          await pause()
        }
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
