export type Print = (line: string) => void

export interface Report {
  readonly print: Print
  /** Prints what was seen, and whether it is what has to be. */
  check(holds: boolean, seen: string): void
  readonly failures: () => number
}

export const openReport = (print: Print): Report => {
  let failures = 0
  return {
    print,
    check(holds, seen) {
      if (!holds) failures++
      print(`  ${holds ? '✓' : '✗'} ${seen}`)
    },
    failures: () => failures,
  }
}
