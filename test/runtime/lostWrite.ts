import type { SandboxOptions } from '../../sandbox/index.ts'
import { instantClock } from './clocks.ts'
import { listOf, openBench, pick, type Bench } from './support.ts'

/** A bench of its own for each test, whose client notes how long it would sleep. */
export const useInstantBench = (options: SandboxOptions): (() => InstantBench) => {
  let bench: InstantBench | undefined
  beforeEach(async () => {
    const { slept, timing } = instantClock()
    bench = { ...(await openBench(options, { timing })), slept }
  })
  afterEach(() => bench?.close())
  return () => {
    if (!bench) throw new Error('it is opened before each test')
    return bench
  }
}
export interface InstantBench extends Bench {
  readonly slept: readonly number[]
}

/** The record whose write gets lost. */
export const name = 'Desks for the attic'
export const findExistingOption = { onUnknownOutcome: 'find-existing' } as const

export const inputOf = (kind: string, field: string, more = {}) => ({
  [kind]: { [field]: name, ...(kind === 'lead' && { person_id: 1 }), ...more },
})

/** A call of the API past the client. */
export const call = async (
  { sandbox }: Bench,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> => {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${sandbox.accessToken}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** Records of this name as the sandbox itself lists them. */
export const recordsNamed = async (bench: Bench, path: string) =>
  listOf(pick(await call(bench, 'GET', `${path}?limit=500`), 'data')).filter(
    row => (pick(row, 'title') ?? pick(row, 'name')) === name,
  )
