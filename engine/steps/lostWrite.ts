import {
  ComponentError,
  findExisting,
  perform,
  type Action,
  type ExistingRecords,
} from '../../definitions/index.ts'
import type { Warning } from '../input/validate.ts'
import { isAbort } from '../requests/abort.ts'
import type { Work } from '../requests/send.ts'
import type { Meter, UncertainCall } from './meter.ts'

/** What to do after a write of unknown outcome: fail, or look for the record before writing again. */
export type OnUnknownOutcome = 'fail' | 'find-existing'

export interface Performed {
  readonly output: unknown
  readonly warnings: readonly Warning[]
}

/** A record that was not found is written once more, and never again. */
const maxAttempts = 2

/** Performs an action; where the outcome of its write is unknown, it looks before it writes again. */
export function* performAction(
  action: Action,
  input: unknown,
  meter: Meter,
  onUnknownOutcome: OnUnknownOutcome = 'fail',
): Work<Performed> {
  for (let attempt = 1; ; attempt++) {
    try {
      const output = yield* perform(action, input)
      return { output, warnings: attempt === 1 ? [] : sentAgainWarnings(meter) }
    } catch (error) {
      const write = meter.uncertainWrite()
      if (onUnknownOutcome !== 'find-existing' || !write || !isUnknown(error)) throw error
      const found = yield* find(action, input, { ...write, error })
      if (found) return found
      if (attempt === maxAttempts) throw error
    }
  }
}

const isUnknown = (error: unknown): error is ComponentError =>
  error instanceof ComponentError && error.recovery === 'check'

/** Before each look: a record may be written, or listed, a little later. */
const pausesMs = [1_000, 3_000]

type LostWrite = UncertainCall & { readonly error: ComponentError }

function* find(action: Action, input: unknown, write: LostWrite): Work<Performed | undefined> {
  for (const pauseMs of pausesMs) {
    const { ids, output } = yield* lookOnce(action, input, write, pauseMs)
    if (ids.length > 1) throw ambiguousError(write, ids)
    if (ids.length === 1)
      return { output, warnings: [warning(write, `${ids[0]} was found and not written again`)] }
  }
  return undefined
}

/** A look that fails leaves the outcome as unknown as it was. */
function* lookOnce(
  action: Action,
  input: unknown,
  write: LostWrite,
  pauseMs: number,
): Work<ExistingRecords<unknown>> {
  try {
    const looking = findExisting(action, input, write)
    if (!looking) throw write.error
    yield { pauseMs }
    return yield* looking
  } catch (error) {
    throw isAbort(error) ? error : write.error
  }
}

const warning = ({ call, isAnswered }: UncertainCall, what: string): Warning => ({
  path: call,
  expected: isAnswered ? 'a response with the record' : 'a response',
  got: `none; ${what}`,
})

const sentAgainWarnings = (meter: Meter): readonly Warning[] => {
  const write = meter.uncertainWrite()
  return write ? [warning(write, 'nothing was found, and it was sent again')] : []
}

const ambiguousError = ({ call, error }: LostWrite, ids: readonly unknown[]) =>
  new ComponentError(`Can’t tell which record ${call} created: ${ids.join(' and ')} both match`, {
    cause: error,
    recovery: 'check',
    hint: 'Look at these records in the account, and delete the duplicates.',
  })
