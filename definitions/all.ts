import type { Exchange, Outcome } from './exchange.ts'

/** Runs exchanges side by side: in every round, their requests may be made at once. */
export function* all<const Exchanges extends readonly Exchange<unknown>[]>(
  exchanges: Exchanges,
): Exchange<{ readonly [I in keyof Exchanges]: Result<Exchanges[I]> }> {
  const results: unknown[] = exchanges.map(() => undefined)
  try {
    let running = exchanges.map((exchange, index) => ({ exchange, index, step: exchange.next() }))
    for (;;) {
      for (const { step, index } of running) if (step.done) results[index] = step.value
      running = running.filter(({ step }) => !step.done)
      if (running.length === 0) return results as { [I in keyof Exchanges]: Result<Exchanges[I]> }
      const rounds = running.map(({ step }) => (step.done ? [] : step.value))
      const outcomes: readonly Outcome[] = yield rounds.flat()
      let from = 0
      running = running.map(({ exchange, index }, at) => {
        const to = from + (rounds[at]?.length ?? 0)
        const mine = outcomes.slice(from, (from = to))
        return { exchange, index, step: exchange.next(mine) }
      })
    }
  } finally {
    // One that fails, in its first round or a later one, ends the others; those that are done don't mind.
    for (const exchange of exchanges) exchange.return(undefined)
  }
}
type Result<E> = E extends Exchange<infer R> ? R : never
