import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program of this folder, built. */
export const program = (name: string): string =>
  fileURLToPath(new URL(`./programs/${name}.js`, import.meta.url))

export interface Server {
  readonly url: string
  stop(): void
}

/** The server of the measurements, in a process of its own. */
export const startServer = async (): Promise<Server> => {
  const child = fork(program('server'))
  const ready: readonly unknown[] = await once(child, 'message')
  return { url: `http://127.0.0.1:${String(ready[0])}`, stop: () => child.disconnect() }
}
