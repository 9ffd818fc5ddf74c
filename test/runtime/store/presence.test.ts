import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pipedrive } from '../../../component/index.ts'
import { openPresence } from '../../../runtime/connections/presence.ts'
import { openStore } from '../../../runtime/store/index.ts'
import { newFolder } from '../../folder.ts'

test('files of clients that were killed are removed, and the last client leaves nothing', async () => {
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder })
  const clients = join(folder, 'clients', 'c')
  await mkdir(clients, { recursive: true })
  for (const [name, hours] of [
    ['killed', -2],
    ['of a wrong clock', 9_000],
    ['idle', -0.5],
  ] as const) {
    await writeFile(join(clients, name), '')
    const at = new Date(Date.now() + hours * 3_600_000)
    await utimes(join(clients, name), at, at)
  }
  const presence = openPresence(store, 'c')
  await presence.enter()
  while ((await readdir(clients)).length > 2) await new Promise(setImmediate)
  expect(await readdir(clients)).toContain('idle')
  expect(presence.clients()).toBe(1)
  await presence.leave()
  expect(await readdir(clients)).toEqual(['idle'])
  const other = openPresence(store, 'd')
  await other.enter()
  await other.leave()
  expect(await readdir(join(folder, 'clients'))).toEqual(['c'])
  store.close()
})
