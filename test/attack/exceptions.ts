/** What is known not to survive: the attack by its row, the tries by their words, and why. */
export interface Exception {
  readonly attack: string
  readonly tries: RegExp
  readonly reason: string
}

export const exceptions: readonly Exception[] = []

/** What no exception covers, and the reasons for the rest. */
export const judged = (attack: string, failures: readonly string[]) => {
  const known = exceptions.filter(exception => exception.attack === attack)
  const covering = (failure: string) => known.find(({ tries }) => tries.test(failure))
  return {
    unexplained: failures.filter(failure => !covering(failure)),
    reasons: [...new Set(failures.flatMap(failure => covering(failure)?.reason ?? []))],
  }
}
