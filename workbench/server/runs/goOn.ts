import { ComponentError } from '../../../definitions/index.ts'
import { errorFacts } from '../../../runtime/index.ts'
import { endRun, runEvent, type Run, type Working } from '../../../runtime/store/index.ts'

/**
 * Runs what a person has started: it is tried once, and how it has ended is theirs to judge. A run
 * that has been stopped goes on where it was.
 */
export const goOn = async (working: Working, run: Run, signal: AbortSignal): Promise<Run> => {
  const { state, error, tokens } = await runEvent(working, run, signal)
  if (state === 'done' || state === 'parked')
    return endRun(working.store, run.id, { state, error: error ?? null, tokens })
  return endRun(working.store, run.id, { state: 'failed', error: error ?? stopped, tokens })
}

const stopped = errorFacts(
  new ComponentError('The run was stopped', {
    recovery: 'retry',
    hint: 'Resume it to continue where it stopped.',
  }),
)
