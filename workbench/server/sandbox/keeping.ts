/** Saves what changes often: some time after a change, one at a time, and at the end. */
export interface Keeping {
  changed(): void
  close(): Promise<void>
}

const pause = 1_000

export const keep = (save: () => Promise<void>, onError: (error: unknown) => void): Keeping => {
  let timer: NodeJS.Timeout | undefined
  let saving = Promise.resolve()
  const run = () => {
    clearTimeout(timer)
    timer = undefined
    saving = saving.then(save).catch(onError)
    return saving
  }
  return {
    changed() {
      timer ??= setTimeout(() => void run(), pause).unref()
    },
    close: () => (timer === undefined ? saving : run()),
  }
}
