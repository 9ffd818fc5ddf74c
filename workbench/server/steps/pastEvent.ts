import { InputError } from '../../../definitions/index.ts'
import type { Store } from '../../../runtime/store/index.ts'
import { findRun } from '../runs/view.ts'
import type { SavedWorkflow } from '../workflows/load.ts'

/** What the trigger put out in an earlier run of the same workflow in the same account. */
export const pastEvent = async (
  store: Store,
  { id, connectionId, definition }: SavedWorkflow,
  runId: number | null | undefined,
): Promise<unknown> => {
  const run = await findRun(store, String(runId))
  if (run.workflow !== id || run.connectionId !== connectionId)
    throw new InputError('runId', 'this run belongs to another workflow or account')
  const [trigger] = definition.triggers
  const step = run.steps.find(({ name, state }) => name === trigger?.name && state === 'done')
  if (step) return step.output
  throw new InputError('runId', 'this run has no event of the trigger', 'Choose another run.')
}
