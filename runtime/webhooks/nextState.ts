import type { ComponentError } from '../../definitions/index.ts'
import { serializeError } from '../../engine/index.ts'
import type { RunEnd } from '../store/index.ts'

export const maxAttempts = 6
const firstPauseMs = 10_000
const maxPauseMs = 10 * 60_000

/**
 * What becomes of an event whose run has stopped: it is retried where that may help, parked where the
 * outcome of a write is unknown, and a dead letter otherwise. Waiting for a limit or a reconnection
 * does not count as an attempt. `random` is from 0 to 1.
 */
export const nextRunState = (
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
      return { ...facts, state: 'waiting', dueAt: now + maxPauseMs }
    case 'retry': {
      const tried = attempts + 1
      if (tried >= maxAttempts) return { ...facts, state: 'dead', attempts: tried }
      const pause = Math.min(firstPauseMs * 3 ** attempts, maxPauseMs) * (0.75 + random / 2)
      return { ...facts, state: 'waiting', attempts: tried, dueAt: now + Math.round(pause) }
    }
    default:
      return { ...facts, state: 'dead', attempts: attempts + 1 }
  }
}
