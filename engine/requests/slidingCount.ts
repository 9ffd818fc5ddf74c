/**
 * How many things happened in the last while: a count per slot of time, newest first, so that
 * memory and work stay the same however much happens. Pure; times are milliseconds.
 */
export interface SlidingCount {
  readonly slotMs: number
  /** The number of the newest slot: it ends at `(newest + 1) * slotMs`. */
  readonly newest: number
  /** In the newest slot. */
  readonly current: number
  /** In the slots before it. */
  readonly earlier: readonly number[]
}

/** `windowMs` is the longest span that is asked for. */
export const emptyCount = (windowMs: number, slotMs: number): SlidingCount => ({
  slotMs,
  newest: 0,
  current: 0,
  earlier: Array<number>(Math.ceil(windowMs / slotMs) + 1).fill(0),
})

export const addOne = (count: SlidingCount, now: number): SlidingCount => {
  const { slotMs, newest, current, earlier } = count
  const shift = Math.floor(now / slotMs) - newest
  if (shift <= 0) return { ...count, current: current + 1 }
  const empty = Array<number>(Math.min(shift - 1, earlier.length)).fill(0)
  const moved = [...empty, current, ...earlier].slice(0, earlier.length)
  return { slotMs, newest: newest + shift, current: 1, earlier: moved }
}

/** At least as many as happened after `since`: a slot counts as a whole. */
export const countSince = (
  { slotMs, newest, current, earlier }: SlidingCount,
  since: number,
): number => {
  // The slot before the newest ends where that one begins.
  const slots = Math.min(earlier.length, Math.ceil(newest - since / slotMs))
  let total = (newest + 1) * slotMs > since ? current : 0
  for (let age = 0; age < slots; age++) total += earlier[age] ?? 0
  return total
}

/** The time before which all but `left` of them happened; undefined where there are no more. */
export const timeBefore = (
  { slotMs, newest, current, earlier }: SlidingCount,
  left: number,
): number | undefined => {
  let total = current
  if (total > left) return (newest + 1) * slotMs
  for (const [age, count] of earlier.entries()) {
    total += count
    if (total > left) return (newest - age) * slotMs
  }
  return undefined
}
