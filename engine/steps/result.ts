import { ComponentError } from '../../definitions/index.ts'
import type { Warning } from '../input/validate.ts'
import { isAbort, isTimeout } from '../requests/abort.ts'
import type { RequestRecord } from '../requests/client.ts'
import type { ResolvedName } from '../names/resolveNames.ts'
import type { Cost, Meter } from './meter.ts'
import type { Preview } from './preview.ts'

export interface StepSuccess extends Cost {
  readonly output: unknown
  /** Where the output is not as declared. A step that was answered never fails for that. */
  readonly warnings: readonly Warning[]
  /** What names in the input have been taken for; absent where there were none. */
  readonly resolved?: readonly ResolvedName[]
  /** Of a dry run that would write: then `output` is null. */
  readonly preview?: Preview
}

export interface StepFailure extends Cost {
  readonly error: ComponentError
}

export type StepResult = StepSuccess | StepFailure

/** What the work returns and what it has cost, or the error that it threw. */
export const measure = async <T extends object>(
  meter: Meter,
  work: () => Promise<T>,
): Promise<(T & Cost) | StepFailure> => {
  try {
    const done = await work()
    return withCost(done, meter)
  } catch (error) {
    return failure(meter, error)
  }
}

/** The same without promises. */
export const measureSync = <T extends object>(
  meter: Meter,
  work: () => T,
): (T & Cost) | StepFailure => {
  try {
    return withCost(work(), meter)
  } catch (error) {
    return failure(meter, error)
  }
}

const withCost = <T extends object>(done: T, meter: Meter): T & Cost => {
  const { requests, tokenCost, ms } = meter.cost()
  return { ...done, requests, tokenCost, ms }
}

const failure = (meter: Meter, error: unknown): StepFailure => ({
  error: asComponentError(error, meter.cost().requests),
  ...meter.cost(),
})

/** The error to show for anything that was thrown while these requests were made. */
export const asComponentError = (
  error: unknown,
  requests: readonly RequestRecord[] = [],
): ComponentError => {
  if (error instanceof ComponentError) return error
  if (isAbort(error)) return cancelled(error, requests)
  return new ComponentError(error instanceof Error ? error.message : String(error), {
    cause: error,
    recovery: 'report',
    hint: 'This is a defect of the component; please report it with the input that led to it.',
  })
}

const cancelled = (cause: unknown, requests: readonly RequestRecord[]) => {
  const write = requests.findLast(
    ({ method, status }) =>
      method !== 'GET' && method !== 'DELETE' && (status === null || status < 400),
  )
  const call = `${write?.method} ${write?.path}`
  const message = isTimeout(cause)
    ? String(Reflect.get(Object(cause), 'message'))
    : 'The step was cancelled'
  return new ComponentError(message, {
    cause,
    recovery: write ? 'check' : 'retry',
    ...(write && {
      hint:
        write.status === null
          ? `Look whether ${call} has written the record before you try again.`
          : `${call} has written the record: look at it before you try again.`,
    }),
  })
}
