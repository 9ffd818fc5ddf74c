/** The sandbox's own time: it starts at the real now and can be moved forward. */
export interface Clock {
  now(): number
  /** Runs `task` once the clock has reached `time`; the answer cancels it. */
  at(time: number, task: () => void): () => void
  wait(ms: number): Promise<void>
  /** Moves forward step by step, so that what one timer causes can fall due within the same move. */
  advance(ms: number): Promise<void>
  stop(): void
}

interface Timer {
  readonly due: number
  readonly task: () => void
}

/** Node's timers hold 31 bits. */
const longestTimeout = 2 ** 31 - 1

export const createClock = (settle: () => Promise<void>): Clock => {
  const timers = new Set<Timer>()
  let offset = 0
  let frozen: number | undefined
  let alarm: NodeJS.Timeout | undefined

  const now = () => frozen ?? Date.now() + offset
  const next = () => {
    let first: Timer | undefined
    for (const timer of timers) if (!first || timer.due < first.due) first = timer
    return first
  }
  const run = (timer: Timer) => {
    timers.delete(timer)
    timer.task()
  }
  const setAlarm = () => {
    clearTimeout(alarm)
    const first = next()
    if (!first || frozen !== undefined) return
    const delay = Math.min(Math.max(first.due - now(), 0), longestTimeout)
    alarm = setTimeout(ring, delay).unref()
  }
  const ring = () => {
    for (let first = next(); first && first.due <= now(); first = next()) run(first)
    setAlarm()
  }
  const at = (due: number, task: () => void) => {
    const timer = { due, task }
    timers.add(timer)
    setAlarm()
    return () => void timers.delete(timer)
  }

  return {
    now,
    at,
    wait: ms => new Promise(resolve => void at(now() + ms, resolve)),
    advance: async ms => {
      const target = now() + ms
      await settle()
      for (let first = next(); first && first.due <= target; first = next()) {
        frozen = Math.max(first.due, now())
        run(first)
        await settle()
      }
      frozen = undefined
      offset = Math.max(target, now()) - Date.now()
      setAlarm()
    },
    stop: () => {
      clearTimeout(alarm)
      timers.clear()
    },
  }
}
