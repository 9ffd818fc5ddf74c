import { ApiError, ComponentError, NoResponseError, NotSentError } from '../definitions/index.ts'
import { isAbort, isTimeout } from '../engine/index.ts'

export const exitCodes = {
  ok: 0,
  defect: 1,
  input: 2,
  connection: 3,
  refused: 4,
  noAnswer: 5,
  /** As `timeout` of the GNU tools ends. */
  tooLong: 124,
  cancelled: 130,
} as const

export const exitCode = (error: unknown): number => {
  if (error instanceof Error && isTimeout(error.cause)) return exitCodes.tooLong
  if (error instanceof Error && isAbort(error.cause)) return exitCodes.cancelled
  if (error instanceof NoResponseError || error instanceof NotSentError) return exitCodes.noAnswer
  if (!(error instanceof ComponentError)) return exitCodes.defect
  if (error.recovery === 'reconnect') return exitCodes.connection
  if (error instanceof ApiError || error.recovery === 'wait') return exitCodes.refused
  if (error.recovery === 'check') return exitCodes.noAnswer
  return error.recovery === 'fix-input' ? exitCodes.input : exitCodes.defect
}
