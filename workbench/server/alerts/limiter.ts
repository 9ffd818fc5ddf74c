interface Window<Item> {
  count: number
  latest: Item | undefined
  timer: NodeJS.Timeout
}

/**
 * Passes on the first item of a key at once, and what follows within `windowMs` together, as the
 * last of them and their number.
 */
export const createLimiter = <Item>(
  windowMs: () => number,
  pass: (item: Item, count: number) => void,
) => {
  const windows = new Map<string, Window<Item>>()
  const open = (key: string) => {
    const timer = setTimeout(() => end(key), windowMs()).unref()
    windows.set(key, { count: 0, latest: undefined, timer })
  }
  const end = (key: string) => {
    const ended = windows.get(key)
    windows.delete(key)
    if (ended?.latest === undefined) return
    open(key)
    pass(ended.latest, ended.count)
  }
  return {
    add(key: string, item: Item): void {
      const current = windows.get(key)
      if (current) {
        current.count += 1
        current.latest = item
        return
      }
      open(key)
      pass(item, 1)
    },
    close(): void {
      for (const { timer } of windows.values()) clearTimeout(timer)
      windows.clear()
    },
  }
}
