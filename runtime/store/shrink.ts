import { setImmediate } from 'node:timers/promises'
import type { Store } from './open.ts'

/** Pages that are returned in one statement, which blocks the process. */
const batchSize = 200

/** Returns unused space of the database to the file system. */
export const shrink = async ({ db }: Pick<Store, 'db'>): Promise<void> => {
  const numberOf = async (pragma: string) => {
    const [row] = await db.all<Readonly<Record<string, number>>>(`PRAGMA ${pragma}`)
    return row?.[pragma] ?? 0
  }
  const free = await numberOf('freelist_count')
  if ((await numberOf('auto_vacuum')) === incremental)
    for (let left = free; left > 0; left -= batchSize) {
      // A single statement of the driver would end after the first page.
      await db.$client.executeMultiple(`PRAGMA incremental_vacuum(${batchSize})`)
      await setImmediate()
    }
  else if (free * 2 > (await numberOf('page_count'))) {
    // Files of version 0.1.0 have no list of their pages, and are written anew.
    await db.run(`PRAGMA auto_vacuum = ${incremental}`)
    await db.run('VACUUM')
  }
  await db.run('PRAGMA wal_checkpoint(TRUNCATE)')
}

/** https://www.sqlite.org/pragma.html#pragma_auto_vacuum */
const incremental = 2
