import { ComponentError } from '../../../definitions/index.ts'
import { errorFacts } from '../../../engine/index.ts'
import { endRun, type Run } from '../../../runtime/store/index.ts'
import { runEvent, type Working } from '../../../runtime/webhooks/index.ts'

/**
 * Runs what a person has started: it is tried once, and how it has ended is theirs to judge. A run
 * that has been stopped goes on where it was.
 */
export const goOn = async (working: Working, run: Run, signal: AbortSignal): Promise<Run> => {
  const { state, error, tokenCost } = await runEvent(working, run, signal)
  if (state === 'done' || state === 'parked')
    return endRun(working.store, run.id, { state, error: error ?? null, tokenCost })
  return endRun(working.store, run.id, { state: 'failed', error: error ?? stopped, tokenCost })
}

const stopped = errorFacts(
  new ComponentError('The run was stopped', {
    recovery: 'retry',
    hint: 'Resume it to continue where it stopped.',
  }),
)
