/**
 * How many things happened in the last while: a count per slot of time, newest first, so that
 * memory and work stay the same however much happens. Pure; times are milliseconds.
 */
export interface SlidingCount {
  readonly slotMs: number
  /** The number of the newest slot: it ends at `(newest + 1) * slotMs`. */
  readonly newest: number
  readonly counts: readonly number[]
}

/** `windowMs` is the longest span that is asked for. */
export const emptyCount = (windowMs: number, slotMs: number): SlidingCount => ({
  slotMs,
  newest: 0,
  counts: Array<number>(Math.ceil(windowMs / slotMs) + 2).fill(0),
})

export const addOne = (count: SlidingCount, now: number): SlidingCount => {
  const { slotMs, newest, counts } = count
  const shift = Math.max(0, Math.floor(now / slotMs) - newest)
  const gone = Math.min(shift, counts.length)
  const kept = [...Array<number>(gone).fill(0), ...counts.slice(0, counts.length - gone)]
  const [first = 0, ...rest] = kept
  return { slotMs, newest: newest + shift, counts: [first + 1, ...rest] }
}

/** At least as many as happened after `since`: a slot counts as a whole. */
export const countSince = ({ slotMs, newest, counts }: SlidingCount, since: number): number => {
  let total = 0
  for (const [age, count] of counts.entries())
    if ((newest - age + 1) * slotMs > since) total += count
  return total
}

/** The time before which all but `left` of them happened; undefined where there are no more. */
export const timeBefore = (
  { slotMs, newest, counts }: SlidingCount,
  left: number,
): number | undefined => {
  let total = 0
  for (const [age, count] of counts.entries()) {
    total += count
    if (total > left) return (newest - age + 1) * slotMs
  }
  return undefined
}
