import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipedrive } from '../../../component/index.ts'
import { connectionNamed, secretsOf, usageOf } from '../../../runtime/connections/index.ts'
import { listRuns, listWorkflows, openStore, runOf } from '../../../runtime/store/index.ts'
import { newFolder } from '../../folder.ts'

/** A data directory that version 0.1.0 has written, with the key it was given. */
const file = 'test/runtime/store/files/version-3.db'
const key = Buffer.alloc(32, 7).toString('base64')

test('a data directory of version 0.1.0 opens with everything that was in it', async () => {
  const folder = newFolder()
  await copyFile(file, join(folder, 'store.db'))
  const store = await openStore({ component: pipedrive, folder, key })
  const connection = await connectionNamed(store, 'acme')
  expect(connection).toMatchObject({ account: 'Ada · Acme', state: 'ready', identity: null })
  expect(Object.keys((await secretsOf(store, connection.id)).secrets)).toContain('refreshToken')
  expect(await usageOf(store, connection.id)).toMatchObject([{ tokenCost: expect.any(Number) }])
  expect(await listWorkflows(store)).toHaveLength(1)
  const [run] = await listRuns(store)
  expect(run).toMatchObject({ state: 'done', tokenCost: 35 })
  const { steps } = await runOf(store, run?.id ?? 0)
  const costs = steps.flatMap(({ requests }) => requests.map(({ tokenCost }) => tokenCost))
  expect(costs).toEqual([1, 20, 1, 1, 2, 10])
  store.close()
})
