import { member } from '../../../definitions/index.ts'
import { shownState, type Run } from '../../../runtime/store/index.ts'
import type { RunSummary } from '../../api/index.ts'

export const summaryOf = (run: Run): RunSummary => {
  const { id, workflow, eventId, event, receivedAt, endedAt } = run
  const { attempts, tokenCost, version, error } = run
  return {
    id,
    workflowId: workflow,
    connectionId: run.connectionId,
    state: shownState(run),
    kind: eventId === null ? 'manual' : 'event',
    title: titleOf(eventId === null ? event : member(event, 'data')),
    receivedAt,
    endedAt,
    // Runs of earlier versions have no attempts.
    ms: run.ms === 0 && endedAt !== null ? endedAt - receivedAt : run.ms,
    attempts,
    tokenCost: tokenCost,
    version,
    ...(error && { error }),
  }
}

/** What people call a record: the title of a deal, the name of a person, the subject of an activity. */
const titleOf = (record: unknown): string | null => {
  const names = ['title', 'name', 'subject'].map(key => member(record, key))
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? null
}
