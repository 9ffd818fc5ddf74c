import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { InputError } from '../../definitions/index.ts'
import type { Store } from './open.ts'

/**
 * Makes this process the only one that works on something. The lock is SQLite's on a file of its
 * own, so that the system lets go of it when the process ends, however it ends.
 */
export const lock = (store: Store, name: string): Promise<() => void> =>
  store.run(async () => {
    const folder = join(store.folder, 'locks')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.db`)
    const client = createClient({ url: pathToFileURL(file).href, timeout: 0 })
    try {
      const transaction = await client.transaction('write')
      return () => {
        transaction.close()
        client.close()
      }
    } catch (error) {
      client.close()
      if (!String(Reflect.get(Object(error), 'code')).startsWith('SQLITE_BUSY')) throw error
      throw new InputError('', `another process runs ${name} already`, 'Stop it first.')
    }
  })
