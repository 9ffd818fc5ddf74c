import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createClient } from '@libsql/client'
import { pipedrive } from '../../../component/index.ts'
import { connectionNamed, listConnections, secretsOf } from '../../../runtime/connections/index.ts'
import { openStore, StoreError } from '../../../runtime/store/index.ts'
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { connected, saved } from './support.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterAll(() => sandbox.close())

const open = (folder: string) => openStore({ component: pipedrive, folder })
const used = async () => {
  const { folder, store } = await connected(sandbox)
  await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
  store.close()
  return folder
}
const execute = async (folder: string, sql: string) => {
  const client = createClient({ url: pathToFileURL(join(folder, 'store.db')).href })
  await client.execute(sql)
  client.close()
}

test.each([
  [
    'a folder in place of store.db',
    'is no file',
    (folder: string) => mkdir(join(folder, 'store.db')),
  ],
  [
    'a store.db without content',
    'is empty',
    (folder: string) => writeFile(join(folder, 'store.db'), ''),
  ],
  [
    'a folder in place of the key',
    'it can’t be opened',
    (folder: string) => mkdir(join(folder, 'key')),
  ],
  [
    'a database of another program',
    'is damaged, or not of this program',
    (folder: string) => execute(folder, 'CREATE TABLE other (a)'),
  ],
] as const)('%s is named', async (_, problem, prepare) => {
  const folder = newFolder()
  await prepare(folder)
  const before = await readdir(folder)
  const opening = open(folder)
  await expect(opening).rejects.toThrow(StoreError)
  await expect(opening).rejects.toThrow(problem)
  expect((await readdir(folder)).filter(name => name !== 'key')).toEqual(
    before.filter(name => name !== 'key'),
  )
})

test('a file in place of the folder is named', async () => {
  const file = join(newFolder(), 'file')
  await writeFile(file, '')
  await expect(open(file)).rejects.toThrow(`The data directory ${file}: it can’t be opened`)
})

test.each([0, -1])('a version of %i is damage, and nothing is changed', async version => {
  const folder = await used()
  await execute(folder, `PRAGMA user_version = ${version}`)
  await expect(open(folder)).rejects.toThrow('is damaged, or not of this program')
  await execute(folder, 'SELECT * FROM connections')
})

test('a store.db that was emptied is not taken for a new one', async () => {
  const folder = await used()
  await truncate(join(folder, 'store.db'))
  await expect(open(folder)).rejects.toThrow('store.db is empty')
})

test('a key that is missing is named, and none is made in its place', async () => {
  const folder = await used()
  await rm(join(folder, 'key'))
  await expect(open(folder)).rejects.toThrow(`there is no ${join(folder, 'key')}`)
  expect(await readdir(folder)).not.toContain('key')
})

test('tokens that are damaged are to be got anew, and the others are left', async () => {
  const { store, connection } = await connected(sandbox)
  await store.db.run(`UPDATE connections SET secrets = 'x' || secrets`)
  await expect(secretsOf(store, connection.id)).rejects.toMatchObject({
    message: 'The stored tokens of the connection "main" are damaged',
    recovery: 'reconnect',
  })
  expect(await listConnections(store)).toHaveLength(1)
  await saved(store, sandbox, sandbox.url, 1)
  const { id } = await connectionNamed(store, 'main')
  expect((await secretsOf(store, id)).secrets.accessToken).toBe(sandbox.accessToken)
  store.close()
})

test.each([
  ['a table that is gone', 'DROP TABLE connections'],
  ['a column that is gone', 'ALTER TABLE connections DROP COLUMN scopes'],
])('%s is damage', async (_, sql) => {
  const folder = await used()
  await execute(folder, sql)
  const store = await open(folder)
  const listing = listConnections(store)
  await expect(listing).rejects.toThrow(StoreError)
  await expect(listing).rejects.toMatchObject({
    message: `The data directory ${folder}: the database file is damaged`,
    hint: expect.stringContaining('Move store.db aside'),
  })
  store.close()
})
