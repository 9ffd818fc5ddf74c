import type { RunState } from '../runtime/store/index.ts'

/** What the states of a run mean to whoever reads them. */
export const stateWords: Readonly<Record<RunState, string>> = {
  waiting: 'waits to be run or tried again',
  running: 'is running',
  done: 'done',
  failed: 'failed',
  parked: 'parked inside a write; look in Pipedrive whether it was made',
  dead: 'given up',
}
