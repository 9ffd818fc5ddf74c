import type fc from 'fast-check'

export const groups = [
  ...(['Workbench', 'Webhooks', 'OAuth', 'Transport'] as const),
  ...(['Inputs', 'Store', 'Limits', 'Supply chain'] as const),
] as const

/** How much is tried: `short` within a minute for all rows, `long` within ten. */
export type Form = 'short' | 'long'

export interface Effort {
  readonly form: Form
  readonly seed: number
  many(short: number, long: number): number
  /** The same values for the same seed. */
  sample<Value>(arbitrary: fc.Arbitrary<Value>, count: number): readonly Value[]
}

export interface Attack {
  readonly group: (typeof groups)[number]
  /** Stands in the row of the table, and in the list of exceptions. */
  readonly name: string
  /** Too slow for the short form, beside which other tests do the like of it. */
  readonly onlyLong?: boolean
  run(effort: Effort): Promise<Tally>
}

/**
 * "Survived" is what was refused or handled as it should be: nothing lost, doubled, leaked, hung or
 * crashed.
 */
export interface Tally {
  readonly tried: number
  /** What has not survived, and how. */
  readonly failures: readonly string[]
  readonly remarks: string
}

/** Counts tries, and keeps what the others have come to. */
export const createTally = () => {
  const failures: string[] = []
  let tried = 0
  const count = (what: string, problem: string | undefined) => {
    tried++
    if (problem !== undefined) failures.push(`${what}: ${problem.slice(0, 300)}`)
  }
  return {
    /** `problem` is undefined where all is well. */
    count,
    /** The work gives its problem, if there is one; an error of it and a delay are problems too. */
    async attempt(
      what: string,
      work: () => Promise<string | undefined>,
      patienceMs = 30_000,
    ): Promise<void> {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<string>(resolve => {
        timer = setTimeout(() => resolve(`no end after ${patienceMs} ms`), patienceMs)
      })
      const problem = await Promise.race([
        work().catch((error: unknown) => `failed with ${String(error)}`),
        late,
      ])
      clearTimeout(timer)
      count(what, problem)
    },
    total: (remarks = ''): Tally => ({ tried, failures, remarks }),
  }
}

/** Does the work for each, `atOnce` at a time. */
export const inParallel = async <Value>(
  values: readonly Value[],
  atOnce: number,
  work: (value: Value) => Promise<unknown>,
): Promise<void> => {
  const left = values.values()
  const one = async () => {
    for (const value of left) await work(value)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
