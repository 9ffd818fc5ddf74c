/** What is known not to survive: the attack by its row, the tries by their words, and why. */
export interface Exception {
  readonly attack: string
  readonly tries: RegExp
  readonly reason: string
}

export const exceptions: readonly Exception[] = [
  {
    attack: 'Forged, malformed, wrong type, old, huge, not UTF-8',
    tries: /^(data|previous|timestamp|deep data|id "")|UTF-8|^runs: there are [12]/,
    reason: 'deliveries of a wrong shape are not all refused yet (L9)',
  },
  {
    attack: 'Hundreds of slow or idle connections, while others deliver',
    tries: /^(slow heads|idle)/,
    reason: 'connections that are not used are not closed for new ones yet (L10)',
  },
  {
    attack: 'Hostile token replies, absurd `expires_in`, callbacks',
    tries: /^access_token/,
    reason: 'tokens that no header can carry are not refused yet (L14)',
  },
  {
    attack: 'Hostile token replies, absurd `expires_in`, callbacks',
    tries: /is told with a secret/,
    reason: 'secrets that a server echoes are not struck out yet (L1)',
  },
  {
    attack: 'Processes at once on one expired connection',
    tries: /^process/,
    reason: 'twenty processes that wait for the database do not each get their turn in ten seconds',
  },
  {
    attack: 'Processes at once on one expired connection',
    tries: /^token requests/,
    reason: 'one that waits so long for the database outlives its claim to refresh',
  },
  {
    attack: 'Eight processes on one connection of the plan Lite',
    tries: /^(get \d+: is undefined|429|fairness)/,
    reason:
      'processes that wait for the database do not each get their turn in ten seconds, and their rates are not coordinated yet (L16)',
  },
  {
    attack: 'Redirects, broken, truncated and lost answers, for reads and writes',
    tries: /^POST, 2.*“report”/,
    reason: 'a write that is answered without its record is not to be looked for yet (L5)',
  },
  {
    attack: 'Damaged files, logs, keys, versions and rows of the store',
    tries: /^a table that is gone/,
    reason: 'no program takes a table away; the database’s own words are shown',
  },
]

/** What no exception covers, and the reasons for the rest. */
export const judged = (attack: string, failures: readonly string[]) => {
  const known = exceptions.filter(exception => exception.attack === attack)
  const covering = (failure: string) => known.find(({ tries }) => tries.test(failure))
  return {
    unexplained: failures.filter(failure => !covering(failure)),
    reasons: [...new Set(failures.flatMap(failure => covering(failure)?.reason ?? []))],
  }
}
