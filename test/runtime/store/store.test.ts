import { pipedrive } from '../../../component/index.ts'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import {
  addUsage,
  connectionNamed,
  listConnections,
  removeConnection,
  renameConnection,
  secretsOf,
  usageOf,
} from '../../../runtime/connections/index.ts'
import { openStore, StoreError } from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { connected } from './support.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterAll(() => sandbox.close())

const otherKey = Buffer.alloc(32, 7).toString('base64')
const bytesOf = (folder: string) => readFile(join(folder, 'store.db'))

test('no secret can be read from the files, and only the user may read them at all', async () => {
  const { folder, store, connection } = await connected(sandbox)
  const { clientSecret, accessToken, refreshToken } = sandbox
  const secrets = { clientSecret, accessToken, refreshToken }
  expect((await secretsOf(store, connection.id)).secrets).toEqual(secrets)
  for (const file of await readdir(folder)) {
    const path = join(folder, file)
    const content = await readFile(path)
    for (const secret of Object.values(secrets)) expect(content.includes(secret)).toBe(false)
    expect([file, (await stat(path)).mode & 0o777]).toEqual([file, 0o600])
  }
  store.close()
  expect(inspect(connection)).not.toContain(clientSecret)
})

test('what others could read, as an earlier version has left it, is closed to them', async () => {
  const { folder, store } = await connected(sandbox)
  const files = ['store.db', 'store.db-wal', 'store.db-shm'].map(name => join(folder, name))
  for (const file of files) await chmod(file, 0o644)
  const again = await openStore({ component: pipedrive, folder })
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600)
  again.close()
  store.close()
})

test('another key is refused and changes nothing', async () => {
  const { folder, store, connection } = await connected(sandbox)
  // Rows, as the bytes of the file also change when its log is brought into it.
  const rows = (of: typeof store) =>
    Promise.all([
      of.db.all('SELECT * FROM connections'),
      of.db.all('SELECT * FROM keyCheck'),
      of.db.all('PRAGMA user_version'),
    ])
  const before = await rows(store)
  store.close()
  await expect(openStore({ component: pipedrive, folder, key: otherKey })).rejects.toThrow(
    'stored with another key',
  )
  const again = await openStore({ component: pipedrive, folder })
  expect(await rows(again)).toEqual(before)
  expect((await secretsOf(again, connection.id)).secrets.accessToken).toBe(sandbox.accessToken)
  again.close()
})

test.each(['', 'short', Buffer.alloc(31).toString('base64')])('%j is no key', async key => {
  await expect(openStore({ component: pipedrive, folder: newFolder(), key })).rejects.toThrow(
    StoreError,
  )
})

test('a damaged file is named and left as it is', async () => {
  const folder = newFolder()
  const garbage = Buffer.from('this is not a database '.repeat(500))
  await writeFile(join(folder, 'store.db'), garbage)
  await expect(openStore({ component: pipedrive, folder })).rejects.toThrow(
    'the database file is damaged',
  )
  expect((await bytesOf(folder)).equals(garbage)).toBe(true)
})

test('a folder that can’t be made is named', async () => {
  const file = join(newFolder(), 'file')
  await writeFile(file, '')
  await expect(openStore({ component: pipedrive, folder: join(file, 'data') })).rejects.toThrow(
    `${file}/data`,
  )
})

test('a full disk is said to be full, and what was there stays', async () => {
  const { folder, store, connection } = await connected(sandbox)
  const pages = await store.db.all<{ page_count: number }>('PRAGMA page_count')
  await store.db.run(`PRAGMA max_page_count = ${pages[0]?.page_count ?? 0}`)
  const fill = async () => {
    for (let at = 0; at < 10_000; at++) await renameConnection(store, 'main', 'x'.repeat(1_000_000))
  }
  await expect(fill()).rejects.toThrow('the disk is full')
  store.close()
  const again = await openStore({ component: pipedrive, folder })
  expect(await listConnections(again)).toEqual([connection])
  again.close()
})

test('ten processes may open a new folder at once', async () => {
  const folder = newFolder()
  const stores = await Promise.all(
    Array.from({ length: 10 }, () => openStore({ component: pipedrive, folder })),
  )
  expect(stores).toHaveLength(10)
  for (const store of stores) store.close()
})

test('a connection is found, renamed and removed by its name', async () => {
  const { store, connection } = await connected(sandbox)
  await expect(renameConnection(store, 'main', ' ')).rejects.toMatchObject({
    message: 'the name of the connection is empty',
  })
  await renameConnection(store, 'main', 'sales')
  await expect(connectionNamed(store, 'main')).rejects.toMatchObject({ hint: 'There are sales.' })
  expect(await connectionNamed(store, 'sales')).toEqual({ ...connection, name: 'sales' })
  await removeConnection(store, connection.id)
  expect(await listConnections(store)).toEqual([])
  store.close()
})

test('usage adds up by day', async () => {
  const { store, connection } = await connected(sandbox)
  const today = new Date().toISOString().slice(0, 10)
  await addUsage(store, connection.id, { calls: 2, tokenCost: 30 })
  await addUsage(store, connection.id, { calls: 1, tokenCost: 5 })
  expect(await usageOf(store, connection.id)).toEqual([{ day: today, calls: 3, tokenCost: 35 }])
  store.close()
})
