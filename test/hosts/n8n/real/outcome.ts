/** How many cases there were, and what was wrong with those that failed. */
export interface Outcome {
  readonly all: number
  readonly failed: readonly string[]
}

/** Holds what was seen against what has to be. */
export const outcomeOf = (cases: Readonly<Record<string, boolean>>, seen: unknown): Outcome => {
  const failed = Object.entries(cases).filter(([, holds]) => !holds)
  const shown = JSON.stringify(seen)?.slice(0, 600)
  return {
    all: Object.keys(cases).length,
    failed: failed.map(([name]) => `not so: ${name}; ${shown}`),
  }
}
