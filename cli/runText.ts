import { shownState, type Run, type ShownState } from '../runtime/store/index.ts'

const words: Readonly<Record<ShownState, string>> = {
  waiting: 'waits to be run or tried again',
  running: 'is running',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
  parked: 'parked inside a write; look in Pipedrive whether it was made',
  dead: 'given up',
}

/** The state of a run in words. */
export const stateText = (run: Run): string => words[shownState(run)]
