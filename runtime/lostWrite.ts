import {
  begin,
  ComponentError,
  look,
  type Action,
  type Found,
  type LostWrite,
} from '../definitions/index.ts'
import { isAbort } from './abort.ts'
import type { RequestRecord } from './client.ts'
import type { Meter, StepOptions } from './step.ts'
import type { Warning } from './validate.ts'

export interface LostCall extends LostWrite {
  readonly call: string
}

/** The write that a request was, if nobody knows whether it has worked. */
export const lostCall = ({ method, path, status, ms }: RequestRecord): LostCall | undefined => {
  const answered = status !== null && status < 500
  if (method === 'GET' || method === 'DELETE' || answered) return undefined
  const start = performance.now() - ms
  return {
    call: `${method} ${path}`,
    ago: () => performance.now() - start,
    at: Date.now() - ms,
  }
}

interface Performed {
  readonly output: unknown
  readonly warnings: readonly Warning[]
}

/** What was looked for in vain is written once more, and never again. */
const mostAttempts = 2

/** Performs an action; if nobody knows whether it has written, it looks before it writes again. */
export const perform = async (
  action: Action,
  input: unknown,
  meter: Meter,
  options: StepOptions,
): Promise<Performed> => {
  for (let attempt = 1; ; attempt++) {
    try {
      const output = await meter.ask(begin(action, input))
      return { output, warnings: attempt === 1 ? [] : sentAgain(meter) }
    } catch (error) {
      const lost = meter.lost()
      if (options.onUnknownOutcome !== 'find-existing' || !lost || !isUnknown(error)) throw error
      const found = await find(action, input, meter, options, { ...lost, error })
      if (found) return found
      if (attempt === mostAttempts) throw error
    }
  }
}

const isUnknown = (error: unknown): error is ComponentError =>
  error instanceof ComponentError && error.recovery === 'check'

/** Before each look: a record may be written, or listed, a little later. */
const pauses = [1_000, 3_000]

const find = async (
  action: Action,
  input: unknown,
  { ask }: Meter,
  { client, signal }: StepOptions,
  lost: LostCall & { readonly error: ComponentError },
): Promise<Performed | undefined> => {
  for (const pause of pauses) {
    await client.sleep(pause, signal)
    const looking = look(action, input, lost)
    if (!looking) throw lost.error
    const { ids, output } = await ask(looking).catch((failed: unknown): Found<unknown> => {
      throw isAbort(failed) ? failed : lost.error
    })
    if (ids.length > 1) throw several(lost, ids)
    if (ids.length === 1)
      return { output, warnings: [warning(lost, `${ids[0]} was found and not written again`)] }
  }
  return undefined
}

const warning = ({ call }: LostCall, what: string): Warning => ({
  path: call,
  expected: 'an answer',
  got: `none; ${what}`,
})

const sentAgain = (meter: Meter): readonly Warning[] => {
  const lost = meter.lost()
  return lost ? [warning(lost, 'nothing was found, and it was sent again')] : []
}

const several = (
  { call, error }: LostCall & { readonly error: ComponentError },
  ids: readonly unknown[],
) =>
  new ComponentError(
    `Nobody knows what ${call} has written: ${ids.join(' and ')} are alike, and as new as it`,
    {
      cause: error,
      recovery: 'check',
      hint: 'Look at these records in Pipedrive, and delete those that are too many.',
    },
  )
