/** The sandbox's own time: it starts at the real now and can be moved forward. */
export interface Clock {
  now(): number
  /** Runs `task` once the clock has reached `time`; the answer cancels it. */
  at(time: number, task: () => void): () => void
  wait(ms: number): Promise<void>
  /** Moves forward step by step, so that what one timer causes can fall due within the same move. */
  advance(ms: number): Promise<void>
  /** Stops the flow of time, so that only `advance` moves it, or lets it flow again. */
  freeze(on: boolean): void
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
  let moved = Promise.resolve()
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
  const stand = (time: number) => {
    frozen = time
    clearTimeout(alarm)
  }
  const flow = (time: number) => {
    frozen = undefined
    offset = time - Date.now()
    setAlarm()
  }
  const at = (due: number, task: () => void) => {
    const timer = { due, task }
    timers.add(timer)
    setAlarm()
    return () => void timers.delete(timer)
  }
  const move = async (ms: number) => {
    const target = now() + ms
    const stood = frozen !== undefined
    await settle()
    for (let first = next(); first && first.due <= target; first = next()) {
      stand(Math.max(first.due, now()))
      run(first)
      await settle()
    }
    const end = Math.max(target, now())
    if (stood) stand(end)
    else flow(end)
  }

  return {
    now,
    at,
    wait: ms => new Promise(resolve => void at(now() + ms, resolve)),
    advance: ms => (moved = moved.then(() => move(ms))),
    freeze: on => (on ? stand(now()) : flow(now())),
    stop: () => {
      clearTimeout(alarm)
      timers.clear()
    },
  }
}
