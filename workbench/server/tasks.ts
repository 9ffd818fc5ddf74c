/** Work that goes on when its request has been answered. The end of the workbench waits for it. */
export interface Tasks {
  /** Aborts when the workbench is closed. */
  readonly signal: AbortSignal
  add(work: Promise<unknown>): void
  close(): Promise<void>
}

/** Why work is stopped when the workbench is closed. */
export const closing = new DOMException('The workbench was closed', 'AbortError')

export const createTasks = (): Tasks => {
  const working = new Set<Promise<unknown>>()
  const abort = new AbortController()
  return {
    signal: abort.signal,
    add(work) {
      const task = work.catch(() => {}).finally(() => working.delete(task))
      working.add(task)
    },
    async close() {
      abort.abort(closing)
      await Promise.all(working)
    },
  }
}

/** Works with the same key one after the other, whatever becomes of each. */
export const createKeyedQueue = () => {
  const last = new Map<string, Promise<unknown>>()
  return <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const next = (last.get(key) ?? Promise.resolve()).then(work)
    last.set(
      key,
      next.catch(() => {}),
    )
    return next
  }
}
