import { cp, mkdir, open, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { pipedrive } from '../../../component/index.ts'
import { ComponentError } from '../../../definitions/index.ts'
import { connectionNamed, secretsOf } from '../../../runtime/connections/index.ts'
import { openStore } from '../../../runtime/store/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { newFolder } from '../../folder.ts'
import { connected } from '../../runtime/store/support.ts'
import { createTally, type Attack } from '../attack.ts'

const execute = async (folder: string, sql: string) => {
  const client = createClient({ url: pathToFileURL(join(folder, 'store.db')).href })
  await client.execute(sql)
  client.close()
}
const overwrite = async (file: string, at: number, text: string) => {
  const handle = await open(file, 'r+')
  await handle.write(text, Math.floor((await handle.stat()).size * at))
  await handle.close()
}
const cut = async (file: string, to: number) =>
  truncate(file, Math.floor((await readFile(file)).length * to))
const inPlace = async (path: string) => {
  await rm(path, { force: true })
  await mkdir(path)
}
const noise = '\x5a\0\xff'.repeat(2_000)

type Damage = (folder: string) => Promise<unknown>
const damages: Readonly<Record<string, Damage>> = {
  'an empty store.db': folder => truncate(join(folder, 'store.db')),
  'garbage in place of store.db': folder => writeFile(join(folder, 'store.db'), noise),
  'a folder in place of store.db': folder => inPlace(join(folder, 'store.db')),
  'a store.db that is gone': folder => rm(join(folder, 'store.db')),
  'half a store.db': folder => cut(join(folder, 'store.db'), 0.5),
  'a store.db of 100 bytes': folder => truncate(join(folder, 'store.db'), 100),
  'a damaged head': folder => overwrite(join(folder, 'store.db'), 0, noise),
  'a damaged middle': folder => overwrite(join(folder, 'store.db'), 0.5, noise),
  'a damaged end': folder => overwrite(join(folder, 'store.db'), 0.9, noise),
  'a log of garbage': folder => writeFile(join(folder, 'store.db-wal'), noise),
  'a log that is a folder': folder => inPlace(join(folder, 'store.db-wal')),
  'a key that is gone': folder => rm(join(folder, 'key')),
  'an empty key': folder => writeFile(join(folder, 'key'), ''),
  'half a key': folder => cut(join(folder, 'key'), 0.5),
  'another key': folder => writeFile(join(folder, 'key'), Buffer.alloc(32, 7).toString('base64')),
  'a folder in place of the key': folder => inPlace(join(folder, 'key')),
  'version 0': folder => execute(folder, 'PRAGMA user_version = 0'),
  'version -1': folder => execute(folder, 'PRAGMA user_version = -1'),
  'version 999': folder => execute(folder, 'PRAGMA user_version = 999'),
  'damaged secrets': folder => execute(folder, `UPDATE connections SET secrets = 'x' || secrets`),
  'an absurd time': folder =>
    execute(folder, 'UPDATE connections SET expiresAt = 9223372036854775807'),
  'a text for a time': folder => execute(folder, `UPDATE connections SET expiresAt = 'soon'`),
  'a table that is gone': folder => execute(folder, 'DROP TABLE connections'),
}
/** What does no harm: the connection can be used as before. */
const harmless = ['a log of garbage', 'a text for a time', 'an absurd time']

export const damagedStore: Attack = {
  group: 'Store',
  name: 'Damaged files, logs, keys, versions and rows of the store',
  async run() {
    const tally = createTally()
    const sandbox = await startSandbox({ empty: true })
    const { folder: whole, store } = await connected(sandbox)
    await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
    store.close()
    for (const [what, damage] of Object.entries(damages))
      await tally.attempt(what, async () => {
        const folder = newFolder()
        for (const name of ['store.db', 'key']) await cp(join(whole, name), join(folder, name))
        await damage(folder)
        const content = () => readFile(join(folder, 'store.db')).catch(() => undefined)
        const before = await content()
        const use = async () => {
          const opened = await openStore({ component: pipedrive, folder })
          try {
            const { id } = await connectionNamed(opened, 'main')
            return (await secretsOf(opened, id)).secrets.accessToken
          } finally {
            opened.close()
          }
        }
        const result: unknown = await use().catch((error: unknown) => error)
        if (result === sandbox.accessToken)
          return harmless.includes(what) || /middle|end/.test(what) ? undefined : 'is not noticed'
        if (!(result instanceof ComponentError)) return `ends with ${String(result)}`
        if (!result.hint && result.recovery === 'report')
          return `is told without a hint: ${result.message}`
        const after = await content()
        if (before && after && after.length < before.length) return 'has cost content'
        return undefined
      })
    await sandbox.close()
    return tally.total()
  },
}
