import type { ComponentError } from '../../definitions/index.ts'
import { serializeError } from '../../engine/index.ts'
import type { RunEnd } from '../store/index.ts'

export const mostAttempts = 6
const first = 10_000
const longest = 10 * 60_000

/**
 * What becomes of an event whose run has stopped: it is tried again where that may help, parked
 * where nobody knows what was written, and else a dead letter. Waiting for a limit or for somebody
 * to connect again is no attempt. `random` is from 0 to 1.
 */
export const verdict = (
  error: ComponentError,
  attempts: number,
  now: number,
  random: number,
): Omit<RunEnd, 'tokenCost'> => {
  const facts = { error: serializeError(error) }
  switch (error.recovery) {
    case 'check':
      return { ...facts, state: 'parked' }
    case 'wait':
    case 'reconnect':
      return { ...facts, state: 'waiting', dueAt: now + longest }
    case 'retry': {
      const tried = attempts + 1
      if (tried >= mostAttempts) return { ...facts, state: 'dead', attempts: tried }
      const pause = Math.min(first * 3 ** attempts, longest) * (0.75 + random / 2)
      return { ...facts, state: 'waiting', attempts: tried, dueAt: now + Math.round(pause) }
    }
    default:
      return { ...facts, state: 'dead', attempts: attempts + 1 }
  }
}
