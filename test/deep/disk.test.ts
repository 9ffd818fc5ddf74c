import { pipedrive } from '../../component/index.ts'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import {
  listConnections,
  openConnection,
  renameConnection,
  refreshStoredTokens,
  secretsOf,
} from '../../runtime/connections/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { openServer, sendJson } from '../runtime/server.ts'
import { success } from '../runtime/support.ts'
import { newFolder } from '../folder.ts'
import { connected } from '../runtime/store/support.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterEach(() => sandbox.close())

const run = (command: string, ...words: readonly string[]) =>
  spawnSync(command, words, { encoding: 'utf8' })

const filesIn = (folder: string) =>
  readdirSync(folder).map(name => readFileSync(join(folder, name)))

/** A disk of its own with a stored connection, if this user may mount one; says so if not. */
const onDisk = async (
  work: (folder: string, id: string) => Promise<void>,
  server = sandbox.url,
): Promise<void> => {
  const disk = newFolder()
  const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk)
  if (mounted.status !== 0)
    return console.log(`Not tested, as no disk can be mounted here: ${mounted.stderr}`)
  try {
    const { folder, store, connection } = await connected(sandbox, { server })
    await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
    store.close()
    cpSync(folder, disk, { recursive: true })
    await work(disk, connection.id)
  } finally {
    // The database closes its files when it is collected, so the disk goes when it is free.
    run('umount', '--lazy', disk)
  }
}

test('a disk that is mounted read-only is named, and nothing is changed', async () => {
  await onDisk(async folder => {
    expect(run('mount', '-o', 'remount,ro', folder).status).toBe(0)
    const before = filesIn(folder)
    const failed: unknown = await openStore({ component: pipedrive, folder }).catch(
      (error: unknown) => error,
    )
    expect(failed).toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('can’t be written to'),
    })
    expect(filesIn(folder)).toEqual(before)
  })
})

test('a disk that is full when the store is opened is said to be full', async () => {
  await onDisk(async folder => {
    for (const log of ['store.db-wal', 'store.db-shm']) await rm(join(folder, log))
    const filler = createWriteStream(join(folder, 'filler'))
    const full = once(filler, 'error')
    const fill = () => filler.write(Buffer.alloc(4096), error => error ?? fill())
    fill()
    await full
    await expect(openStore({ component: pipedrive, folder })).rejects.toThrow('the disk is full')
    await rm(join(folder, 'filler'))
    const store = await openStore({ component: pipedrive, folder })
    expect(await listConnections(store)).toHaveLength(1)
    store.close()
  })
})

test('a disk that becomes read-only while it is used is named', async () => {
  await onDisk(async (folder, id) => {
    const store = await openStore({ component: pipedrive, folder })
    // Files that are open for writing keep a disk from being mounted read-only.
    await store.db.run('PRAGMA query_only = ON')
    await expect(refreshStoredTokens(store, id, sandbox.accessToken)).rejects.toThrow(
      'be written to',
    )
    await store.db.run('PRAGMA query_only = OFF')
    await refreshStoredTokens(store, id, sandbox.accessToken)
    store.close()
  })
})

test('a disk that is full before tokens are asked for, or once they are there, leaves the old ones', async () => {
  let full = async () => {}
  const tokens = await openServer((response, { headers, body }) => {
    const asked = { authorization: headers.authorization ?? '', 'content-type': type }
    void full()
      .then(() => fetch(`${sandbox.url}/oauth/token`, { method: 'POST', headers: asked, body }))
      .then(async reply => sendJson(response, await reply.json()))
  })
  await onDisk(async (folder, id) => {
    const store = await openStore({ component: pipedrive, folder, now: () => Date.now() + passed })
    let passed = 0
    const filler = join(folder, 'filler')
    const fill = () => writeFile(filler, Buffer.alloc(1_000_000)).catch(() => {})
    const before = await secretsOf(store, id)
    for (const early of [true, false]) {
      if (early) await fill()
      else full = fill
      const renewing = refreshStoredTokens(store, id, sandbox.accessToken)
      await expect(renewing).rejects.toThrow('the disk is full')
      expect((await secretsOf(store, id)).secrets).toEqual(before.secrets)
      await rm(filler)
    }
    expect(tokens.heard).toHaveLength(1)
    full = async () => {}
    const [connection] = await listConnections(store)
    if (!connection) throw new TypeError('the connection has gone')
    const client = await openConnection(store, connection)
    success(await runStep(findAction(pipedrive, 'getLeads'), {}, { client }))
    await client.close()
    // A process that got tokens and could not keep them leaves a claim behind, which expires.
    passed = 30_000
    const renewed = await refreshStoredTokens(store, id, sandbox.accessToken)
    expect((await secretsOf(store, id)).secrets.accessToken).toBe(renewed.accessToken)
    expect(renewed.accessToken).not.toBe(sandbox.accessToken)
    expect(await store.db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    store.close()
  }, tokens.url)
  await tokens.close()
}, 60_000)
const type = 'application/x-www-form-urlencoded'

const longName = 'x'.repeat(200_000)
/** A database of many pages, so that one in the middle can be damaged. */
const large = async () => {
  const { folder, store } = await connected(sandbox)
  await renameConnection(store, 'main', longName)
  await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
  store.close()
  return folder
}

test.each([0.1, 0.3, 0.5, 0.7, 0.9])('damage at %d of a file never gives wrong rows', async at => {
  const folder = await large()
  const file = await open(join(folder, 'store.db'), 'r+')
  const { size } = await file.stat()
  await file.write(Buffer.alloc(16_384, 0x5a), 0, 16_384, Math.floor(size * at))
  await file.close()
  const using = async () => {
    const store = await openStore({ component: pipedrive, folder })
    try {
      const [connection] = await listConnections(store)
      const { secrets } = await secretsOf(store, connection?.id ?? '')
      return [connection?.name, secrets.refreshToken]
    } finally {
      store.close()
    }
  }
  // Damage to tables that are not read goes unnoticed.
  const result: unknown = await using().catch((error: unknown) => error)
  if (result instanceof Error) expect(result.message).toContain('the database file is damaged')
  else expect(result).toEqual([longName, sandbox.refreshToken])
  expect(result instanceof Error || at < 0.2).toBe(true)
})

test('a database of a newer version is left alone', async () => {
  const { folder, store } = await connected(sandbox)
  await store.db.run('PRAGMA user_version = 999')
  const rows = await store.db.all('SELECT * FROM connections')
  store.close()
  const error = { name: 'StoreError', message: expect.stringContaining('a newer version') }
  await expect(openStore({ component: pipedrive, folder })).rejects.toMatchObject(error)
  const raw = createClient({ url: pathToFileURL(join(folder, 'store.db')).href })
  expect((await raw.execute('SELECT * FROM connections')).rows).toEqual(rows)
  raw.close()
})
