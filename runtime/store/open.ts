import { chmod, mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient, type Client } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import type { Component } from '../../definitions/index.ts'
import { explained, StoreError } from './errors.ts'
import { readKey, sealWith, type Seal } from './encryption.ts'
import { migrations } from './migrations.ts'
import * as schema from './schema.ts'

export interface StoreOptions {
  /** Whose connections and runs are kept. */
  readonly component: Component
  /** Where everything is kept; `PIPEDRIVE_COMPONENT_DATA`, or the user's own data directory. */
  readonly folder?: string
  /** 32 bytes in base64; `PIPEDRIVE_COMPONENT_KEY`, or the file `key` in the folder. */
  readonly key?: string
  /** Milliseconds; for tests. */
  readonly now?: () => number
}

/** The data directory in use. Every function of the store takes it first. */
export interface Store {
  readonly component: Component
  readonly folder: string
  readonly db: LibSQLDatabase<typeof schema>
  readonly seal: Seal
  readonly now: () => number
  /** Work with the database, whose errors say what to do. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  close(): void
}

const defaultFolder = () =>
  process.env['PIPEDRIVE_COMPONENT_DATA'] ??
  join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'pipedrive-component')

/** Opens the data directory, and makes it if it is not there. Throws a `StoreError`. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { component, folder = defaultFolder(), now = Date.now } = options
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw explained(error, folder)
    }
  }
  return run(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const seal = sealWith(
      await readKey(folder, options.key ?? process.env['PIPEDRIVE_COMPONENT_KEY']),
    )
    const path = join(folder, 'store.db')
    // A local file takes one connection; more of them would only lock each other out.
    const client = createClient({ url: pathToFileURL(path).href, concurrency: 1, timeout: 10_000 })
    try {
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute('PRAGMA synchronous = FULL')
      await client.execute('PRAGMA foreign_keys = ON')
      await migrate(client, seal)
      await checkKey(client, seal)
      await chmod(path, 0o600)
    } catch (error) {
      client.close()
      throw error
    }
    const db = drizzle(client, { schema })
    return { component, folder, db, seal, now, run, close: () => client.close() }
  })
}

/** Two processes may open a new file at once: each looks again once it may write. */
const migrate = async (client: Client, seal: Seal): Promise<void> => {
  if ((await version(client)) === migrations.length) return
  const transaction = await client.transaction('write')
  try {
    const seen = await version(transaction)
    if (seen > migrations.length)
      throw new StoreError(
        'The data directory was written by a newer version of this program',
        'Install that version, or choose another directory with PIPEDRIVE_COMPONENT_DATA.',
      )
    for (const statements of migrations.slice(seen))
      for (const statement of statements) await transaction.execute(statement)
    if (seen === 0)
      await transaction.execute({
        sql: 'INSERT INTO keyCheck (sealed) VALUES (?)',
        args: [seal.close('the right key', 'key')],
      })
    await transaction.execute(`PRAGMA user_version = ${migrations.length}`)
    await transaction.commit()
  } finally {
    transaction.close()
  }
}

const version = async (client: Pick<Client, 'execute'>): Promise<number> =>
  Number((await client.execute('PRAGMA user_version')).rows[0]?.['user_version'])

const checkKey = async (client: Client, seal: Seal): Promise<void> => {
  const sealed = (await client.execute('SELECT sealed FROM keyCheck')).rows[0]?.['sealed']
  try {
    seal.open(typeof sealed === 'string' ? sealed : '', 'key')
  } catch (cause) {
    throw new StoreError(
      'The connections were stored with another key',
      'Give that key in PIPEDRIVE_COMPONENT_KEY or as the key file. Nothing was changed.',
      cause,
    )
  }
}
