import { ComponentError } from '../../../definitions/index.ts'
import { checkBeforeRetryHint, serializeError } from '../../../engine/index.ts'
import {
  endRun,
  listRuns,
  listWorkflows,
  runOf,
  StoreError,
  type Run,
  type Store,
} from '../../../runtime/store/index.ts'

/** Runs that a person had started when the workbench was killed: it says how far they have come. */
export const endInterruptedRuns = async (store: Store): Promise<void> => {
  const own = new Set((await listWorkflows(store)).map(({ id }) => id))
  const running = await listRuns(store, { states: ['running'], limit: 1_000 })
  for (const { id } of running.filter(run => run.eventId === null && own.has(run.workflow)))
    await endAsInterrupted(store, id, 'The workbench was stopped during this run')
}

/** Ends a run that was cut off, as far as its journal tells. */
export const endAsInterrupted = async (store: Store, id: number, message: string): Promise<Run> => {
  const inside = await isInsideWrite(store, id)
  const error = serializeError(
    new ComponentError(message, {
      recovery: inside ? 'check' : 'retry',
      hint: inside ? checkBeforeRetryHint : 'Resume it to continue where it stopped.',
    }),
  )
  return endRun(store, id, { state: inside ? 'parked' : 'failed', error, tokenCost: 0 })
}

/** A journal that can't be read tells nothing, so that there may be such a write. */
const isInsideWrite = async (store: Store, id: number): Promise<boolean> => {
  try {
    const { steps } = await runOf(store, id)
    return steps.some(({ writes }) => writes.some(({ answer }) => answer === undefined))
  } catch (error) {
    if (error instanceof StoreError) throw error
    return true
  }
}
