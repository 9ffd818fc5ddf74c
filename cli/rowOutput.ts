import type { Writable } from 'node:stream'

/** Characters that are written at once: a write takes longer than a row. */
const maxCharacters = 65_536

/**
 * Writes a long list to standard output: rows that are there at once by one write, but none later
 * than the program waits for the next. Its reader may be slow, so no more is kept than that.
 */
export const openRowOutput = (output: Writable = process.stdout) => {
  let waiting = ''
  let drained: Promise<unknown> = Promise.resolve()
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ''
    if (text !== '' && !output.write(text))
      drained = new Promise(resolve => output.once('drain', resolve))
    await drained
  }
  return {
    async write(text: string): Promise<void> {
      await drained
      if (waiting === '') setImmediate(() => void flush())
      waiting += text
      if (waiting.length >= maxCharacters) await flush()
    },
    /** To be awaited after the last row. */
    flush,
  }
}
