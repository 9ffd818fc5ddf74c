import {
  serializeError,
  type Journal,
  type JournalStep,
  type Write,
  type StepResult,
} from '../../engine/index.ts'
import type { Store } from './open.ts'
import { runOf } from './runQueries.ts'
import { changes } from './changes.ts'
import { steps, type RunStep } from './schema.ts'

/** The journal of one run, as far as it has come. One process at a time works on a run. */
export const openJournal = async (store: Store, runId: number): Promise<Journal> => {
  const known = new Map((await runOf(store, runId)).steps.map(step => [step.name, step]))
  let position = 0
  return {
    step: (name, operation) => entry(store, runId, position++, name, operation, known.get(name)),
  }
}

const entry = (
  store: Store,
  runId: number,
  position: number,
  name: string,
  operation: string,
  known: RunStep | undefined,
): JournalStep => {
  const key = { runId, position, name, operation }
  const writes: (Write | undefined)[] = [...(known?.writes ?? [])]
  const commit = (values: Partial<RunStep>, write?: Write) =>
    store.run(async () => {
      const set = { ...values, writes: writes.flatMap(write => write ?? []) }
      const upsert = store.db
        .insert(steps)
        .values({ ...blank, ...key, ...set })
        .onConflictDoUpdate({ target: [steps.runId, steps.position], set })
      const answer = write?.answer
      const change = answer && store.component.changes?.madeBy({ ...write, answer })
      if (!change) return void (await upsert)
      // The API will tell of it in an event.
      const kept = { runId, keptAt: store.now(), ...change }
      await store.db.batch([upsert, store.db.insert(changes).values(kept)])
    })
  return {
    writes: [...(known?.writes ?? [])],
    ...(known?.state === 'done' && { done: { output: known.output } }),
    write(index, write) {
      writes[index] = write
      return commit({ state: 'running' }, write)
    },
    end: (input, result) => commit({ input: input ?? null, ...ended(result, known) }),
  }
}

export interface GivenStep {
  /** Among the steps of the run. */
  readonly position: number
  readonly name: string
  readonly operation: string
  readonly output: unknown
  /** Where it comes from; steps that are run have none. */
  readonly origin: NonNullable<RunStep['origin']>
}

/** Steps that a run does not run, as their outputs are given. */
export const giveOutputs = async (
  store: Store,
  runId: number,
  given: readonly GivenStep[],
): Promise<void> => {
  const rows = given.map(({ output, ...step }) => ({
    ...blank,
    ...step,
    runId,
    state: 'done' as const,
    output: output ?? null,
  }))
  if (rows.length > 0) await store.run(async () => void (await store.db.insert(steps).values(rows)))
}

const blank = {
  state: 'running' as const,
  warnings: [],
  requests: [],
  writes: [],
  tokenCost: 0,
  ms: 0,
}

/** Requests of earlier attempts stay in the log, as they were paid for. */
const ended = (result: StepResult, known: RunStep | undefined) => {
  const { requests, tokenCost, ms } = result
  const cost = {
    requests: [...(known?.requests ?? []), ...requests],
    tokenCost: (known?.tokenCost ?? 0) + tokenCost,
    ms: (known?.ms ?? 0) + ms,
  }
  if (!('error' in result))
    return {
      ...cost,
      state: 'done' as const,
      output: result.output ?? null,
      warnings: result.warnings,
      error: null,
    }
  const state = result.error.recovery === 'check' ? ('parked' as const) : ('failed' as const)
  return { ...cost, state, error: serializeError(result.error) }
}
