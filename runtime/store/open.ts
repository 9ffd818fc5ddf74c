import { chmod, mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient, type Client } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import type { Component } from '../../definitions/index.ts'
import { createDatabase, isMissing } from './create.ts'
import { toStoreError, StoreError } from './errors.ts'
import { readKey, createCipher, type Cipher } from './encryption.ts'
import { migrations } from './migrations.ts'
import { driverTimeoutMs, withBusyRetry } from './busyRetry.ts'
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
  /** How long to try again while another program keeps the database locked; 10 s when absent. */
  readonly busyTimeoutMs?: number
}

/** The data directory in use. Every function of the store takes it first. */
export interface Store {
  readonly component: Component
  readonly folder: string
  readonly db: LibSQLDatabase<typeof schema> & { readonly $client: Client }
  readonly cipher: Cipher
  readonly now: () => number
  /** Work with the database, whose errors say what to do. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  /** The host is about to end: from now on a lock is waited for for a fraction of a second. */
  endSoon(): void
  close(): void
}

const endSoonMs = 300

const defaultFolder = () =>
  process.env['PIPEDRIVE_COMPONENT_DATA'] ??
  join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'pipedrive-component')

/** Opens the data directory, and makes it if it is not there. Throws a `StoreError`. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { component, folder = defaultFolder(), now = Date.now, busyTimeoutMs = 30_000 } = options
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work()
    } catch (error) {
      throw toStoreError(error, folder)
    }
  }
  return run(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, 'store.db')
    const isNew = await isMissing(path)
    const key = options.key ?? process.env['PIPEDRIVE_COMPONENT_KEY']
    if (isNew) await createDatabase(path, createCipher(await readKey(folder, key, isNew)))
    await restrictAccess(path)
    // A local file takes one connection; more of them would only lock each other out.
    const url = pathToFileURL(path).href
    const limit = { ms: busyTimeoutMs }
    const client = withBusyRetry(
      createClient({ url, concurrency: 1, timeout: driverTimeoutMs, intMode: 'bigint' }),
      limit,
    )
    try {
      await version(client)
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute('PRAGMA synchronous = FULL')
      await client.execute('PRAGMA foreign_keys = ON')
      const cipher = createCipher(await readKey(folder, key, false))
      await checkKey(client, cipher)
      await migrate(client)
      const db = drizzle(client, { schema })
      const endSoon = () => {
        limit.ms = Math.min(limit.ms, endSoonMs)
      }
      return { component, folder, db, cipher, now, run, endSoon, close: () => client.close() }
    } catch (error) {
      client.close()
      throw error
    }
  })
}

/** What an earlier version has made, or a copy, may be readable for others. */
const restrictAccess = async (path: string): Promise<void> => {
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    await chmod(file, 0o600).catch((error: unknown) => {
      if (Reflect.get(Object(error), 'code') !== 'ENOENT') throw error
    })
}

/** Two processes may open an old file at once: each looks again once it may write. */
const migrate = async (client: Client): Promise<void> => {
  if ((await version(client)) === migrations.length) return
  const transaction = await client.transaction('write')
  try {
    const seen = await version(transaction)
    for (const statements of migrations.slice(seen))
      for (const statement of statements) await transaction.execute(statement)
    await transaction.execute(`PRAGMA user_version = ${migrations.length}`)
    await transaction.commit()
  } finally {
    transaction.close()
  }
}

/** How many migrations the file has seen. Throws a `StoreError` where it is none of ours. */
const version = async (client: Pick<Client, 'execute'>): Promise<number> => {
  const seen = Number((await client.execute('PRAGMA user_version')).rows[0]?.['user_version'])
  if (seen > migrations.length)
    throw new StoreError(
      'The data directory was written by a newer version of this program',
      'Install that version, or choose another directory with PIPEDRIVE_COMPONENT_DATA.',
    )
  if (seen >= 1) return seen
  throw invalidFile()
}

const invalidFile = (cause?: unknown) =>
  new StoreError(
    'The file store.db is damaged, or not of this program',
    'Move it aside to start anew, or bring back a copy of it.',
    cause,
  )

const checkKey = async (client: Client, cipher: Cipher): Promise<void> => {
  const { rows } = await client.execute('SELECT sealed FROM keyCheck').catch((error: unknown) => {
    throw String(error).includes('no such table') ? invalidFile(error) : error
  })
  const sealed = rows[0]?.['sealed']
  try {
    cipher.decrypt(typeof sealed === 'string' ? sealed : '', 'key')
  } catch (cause) {
    throw new StoreError(
      'The connections were stored with another key',
      'Give that key in PIPEDRIVE_COMPONENT_KEY or as the key file. Nothing was changed.',
      cause,
    )
  }
}
