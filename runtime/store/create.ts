import { stat, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import type { Cipher } from './encryption.ts'
import { StoreError } from './errors.ts'
import { createFile } from './createFile.ts'
import { migrations } from './migrations.ts'

/** Whether there is no database yet. One without content was damaged: it is made with some. */
export const isMissing = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return undefined
    throw error
  })
  if (found?.isFile() && found.size > 0) return false
  if (!found) return true
  throw new StoreError(
    `${path} is ${found.isFile() ? 'empty' : 'no file'}`,
    'Move it aside to start anew, or bring back a copy of it.',
  )
}

/** Makes the database, which only its owner can read. SQLite gives its logs the same rights. */
export const createDatabase = (path: string, cipher: Cipher): Promise<void> =>
  createFile(path, async draft => {
    await writeFile(draft, '', { mode: 0o600, flag: 'wx' })
    const client = createClient({ url: pathToFileURL(draft).href, concurrency: 1 })
    try {
      // Space that deleted runs leave can be given back.
      await client.execute('PRAGMA auto_vacuum = INCREMENTAL')
      await client.batch(
        [
          ...migrations.flat(),
          {
            sql: 'INSERT INTO keyCheck (sealed) VALUES (?)',
            args: [cipher.encrypt('the right key', 'key')],
          },
          `PRAGMA user_version = ${migrations.length}`,
        ],
        'write',
      )
    } finally {
      client.close()
    }
  })
