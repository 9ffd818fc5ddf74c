/** A client that waits for nothing: its clock moves by as much as it is asked to sleep. */
export const instantClock = () => {
  const slept: number[] = []
  let now = 1_000_000
  return {
    slept,
    timing: {
      now: () => now,
      sleep: async (milliseconds: number) => {
        slept.push(milliseconds)
        now += milliseconds
        // Gives responses time to arrive at their callers.
        await new Promise(setImmediate)
      },
      random: () => 0.5,
    },
    pass: (milliseconds: number) => void (now += milliseconds),
  }
}

/** A client’s clock that moves only when it is told to. */
export const manualClock = () => {
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>()
  let now = 1_000_000
  const sleep = (milliseconds: number, signal?: unknown) =>
    new Promise<void>((resolve, reject) => {
      const sleeper = {
        due: now + milliseconds,
        wake: () => {
          sleepers.delete(sleeper)
          resolve()
        },
      }
      sleepers.add(sleeper)
      if (!(signal instanceof AbortSignal)) return
      signal.addEventListener('abort', () => {
        sleepers.delete(sleeper)
        reject(signal.reason as Error)
      })
    })
  return {
    timing: { now: () => now, sleep, random: () => 0.5 },
    waiting: () => sleepers.size,
    pass: (milliseconds: number) => {
      now += milliseconds
      for (const { due, wake } of sleepers) if (due <= now) wake()
    },
  }
}
