import type { LiveLine } from '../api/index.ts'

type Hear = (line: LiveLine) => void

/** Tells all tabs what has changed. */
export interface Live {
  tell(line: LiveLine): void
  /** The answer stops it. */
  listen(hear: Hear): () => void
}

export const createLive = (): Live => {
  const ears = new Set<Hear>()
  return {
    tell(line) {
      for (const hear of ears) hear(line)
    },
    listen(hear) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
  }
}
