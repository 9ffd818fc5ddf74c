import { setTimeout } from 'node:timers/promises'
import { asComponentError, serializeError, type ErrorInfo } from '../../../engine/index.ts'
import {
  cancelledName,
  endRun,
  StoreError,
  type Run,
  type RunEnd,
} from '../../../runtime/store/index.ts'
import { runEvent, type RunContext } from '../../../runtime/webhooks/index.ts'
import { closing } from '../tasks.ts'
import { endAsInterrupted } from './interrupted.ts'

/** How long to wait after the store has failed. */
const retryPauseMs = 2_000

/**
 * Runs what a person has started: it is tried once, and how it has ended is theirs to judge. A run
 * that has been stopped goes on where it was. One that the store can't keep is ended once it can.
 */
export const finishRun = async (
  working: RunContext,
  run: Run,
  signal: AbortSignal,
): Promise<Run> => {
  try {
    return await endRun(working.store, run.id, await endOf(working, run, signal))
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    for (;;) {
      await setTimeout(retryPauseMs, undefined, { signal })
      const ended = await endAsInterrupted(working.store, run.id, error.message).catch(
        () => undefined,
      )
      if (ended) return ended
    }
  }
}

const endOf = async (working: RunContext, run: Run, signal: AbortSignal): Promise<RunEnd> => {
  try {
    const { state, error, tokenCost } = await runEvent(working, run, signal)
    if (state === 'done' || state === 'parked') return { state, error: error ?? null, tokenCost }
    return { state: 'failed', error: error ?? stoppedBy(signal), tokenCost }
  } catch (error) {
    if (error instanceof StoreError) throw error
    return { state: 'failed', error: serializeError(asComponentError(error)), tokenCost: 0 }
  }
}

const stoppedBy = ({ reason }: AbortSignal): ErrorInfo => {
  const resumable = { recovery: 'retry', hint: 'Resume it to continue where it stopped.' } as const
  return reason === closing
    ? { ...resumable, name: 'Stopped', message: 'The workbench was stopped during this run' }
    : { ...resumable, name: cancelledName, message: 'The run was cancelled' }
}
