import { ComponentError } from '../../../definitions/index.ts'
import { checkBeforeRetryHint, errorFacts } from '../../../engine/index.ts'
import { endRun, listRuns, listWorkflows, runOf, type Store } from '../../../runtime/store/index.ts'

/** Runs that a person had started when the workbench was killed: it says how far they have come. */
export const endCutOff = async (store: Store): Promise<void> => {
  const own = new Set((await listWorkflows(store)).map(({ id }) => id))
  const running = await listRuns(store, { states: ['running'], limit: 1_000 })
  for (const { id } of running.filter(run => run.eventId === null && own.has(run.workflow))) {
    const { steps } = await runOf(store, id)
    const inside = steps.some(({ writes }) => writes.some(({ answer }) => answer === undefined))
    const error = errorFacts(
      new ComponentError('The workbench was stopped during this run', {
        recovery: inside ? 'check' : 'retry',
        hint: inside ? checkBeforeRetryHint : 'Resume it to continue where it stopped.',
      }),
    )
    await endRun(store, id, { state: inside ? 'parked' : 'failed', error, tokenCost: 0 })
  }
}
