import type { ServerEvent } from '../api/index.ts'

type Listener = (line: ServerEvent) => void

/** Tells all tabs what has changed. */
export interface EventBus {
  publish(line: ServerEvent): void
  /** The answer stops it. */
  subscribe(hear: Listener): () => void
}

export const createEventBus = (): EventBus => {
  const listeners = new Set<Listener>()
  return {
    publish(line) {
      for (const hear of listeners) hear(line)
    },
    subscribe(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
  }
}
