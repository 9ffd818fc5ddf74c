export type Contender = () => Promise<unknown>

/** What each contender needed for one call, in microseconds, round by round. */
export type Rounds = (name: string) => readonly number[]

/** Median time of one call after another. */
export const oneByOne = async (call: Contender, calls: number): Promise<number> => {
  const times: number[] = []
  for (let done = 0; done < calls; done++) {
    const start = performance.now()
    await call()
    times.push(performance.now() - start)
  }
  return 1000 * median(times)
}

/** Time per call with `width` of them under way at once. */
export const atOnce = async (call: Contender, calls: number, width: number): Promise<number> => {
  let begun = 0
  const worker = async () => {
    while (begun++ < calls) await call()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: width }, worker))
  return (1000 * (performance.now() - start)) / calls
}

/**
 * Lets the contenders take turns, so that what the machine does besides falls on all of them. The
 * first rounds warm up and don't count.
 */
export const interleaved = async (
  contenders: Readonly<Record<string, Contender>>,
  measure: (call: Contender) => Promise<number>,
  rounds: number,
): Promise<Rounds> => {
  const warmUp = Math.ceil(rounds / 4)
  const times = new Map(Object.keys(contenders).map(name => [name, Array<number>()]))
  for (let round = -warmUp; round < rounds; round++)
    for (const [name, call] of Object.entries(contenders)) {
      const time = await measure(call)
      if (round >= 0) times.get(name)?.push(time)
    }
  return name => times.get(name) ?? []
}

export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Half the distance between the quartiles. */
export const spreadOf = (values: readonly number[]): number =>
  (quantile(values, 0.75) - quantile(values, 0.25)) / 2

/** How many times longer, compared round by round. */
export const ratio = (of: readonly number[], to: readonly number[]) => {
  const ratios = of.map((time, round) => time / (to[round] ?? Number.NaN))
  return { result: median(ratios), spread: spreadOf(ratios) }
}
