import type { RunState } from '../runtime/store/index.ts'

/** The states of a run in words. */
export const stateWords: Readonly<Record<RunState, string>> = {
  waiting: 'waits to be run or tried again',
  running: 'is running',
  done: 'done',
  failed: 'failed',
  parked: 'parked inside a write; look in Pipedrive whether it was made',
  dead: 'given up',
}
