import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createClient } from '@libsql/client'
import { pipedrive } from '../../../component/index.ts'
import { addWorkflow, listWorkflows, openStore } from '../../../runtime/store/index.ts'
import { newFolder } from '../../folder.ts'
import { startFirst } from './firstStarts.ts'

/** Another program that keeps the database to itself until it is told to let go. */
const occupy = async (folder: string) => {
  const client = createClient({ url: pathToFileURL(join(folder, 'store.db')).href })
  const transaction = await client.transaction('write')
  return () => {
    transaction.close()
    client.close()
  }
}

test('a database that is locked keeps nothing else from going on, and is written to once it is free', async () => {
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder })
  const free = await occupy(folder)
  const writing = addWorkflow(store, { label: 'one' }, null)
  const waits: number[] = []
  for (let beat = 0; beat < 20; beat++) {
    const start = performance.now()
    await setTimeout(10)
    waits.push(performance.now() - start - 10)
  }
  // Other programs may take the processor away now and then, but not most of the time.
  const [median = Infinity] = waits.toSorted((a, b) => a - b).slice(10)
  expect(median).toBeLessThan(100)
  expect(Math.max(...waits)).toBeLessThan(1_000)
  expect(await listWorkflows(store)).toEqual([])
  free()
  await writing
  expect(await listWorkflows(store)).toHaveLength(1)
  store.close()
})

test('a lock that stays is named after a while', async () => {
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder, busyTimeoutMs: 100 })
  const free = await occupy(folder)
  await expect(addWorkflow(store, {}, null)).rejects.toThrow('another process keeps it locked')
  free()
  await addWorkflow(store, {}, null)
  store.close()
})

test('eight processes begin at once in an empty folder, and have one key', async () => {
  for (const { code, output } of await startFirst(newFolder(), 8)) {
    expect(code).toBe(0)
    expect(output).toBe('one\n')
  }
})
