import { randomUUID } from 'node:crypto'
import { link, rm } from 'node:fs/promises'

/**
 * Makes a file that others see whole or not at all. Where there is one already, it stays: of several
 * processes that begin at once, the first one wins.
 */
export const createFile = async (
  path: string,
  write: (draft: string) => Promise<void>,
): Promise<void> => {
  const draft = `${path}.new-${randomUUID()}`
  try {
    await write(draft)
    await link(draft, path).catch((error: unknown) => {
      if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}
