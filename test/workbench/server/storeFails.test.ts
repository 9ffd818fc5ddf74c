import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../../component/index.ts'
import { parseWorkflow } from '../../../engine/index.ts'
import { openConnection } from '../../../runtime/connections/index.ts'
import { listRuns, startRun } from '../../../runtime/store/index.ts'
import { startSandbox } from '../../../sandbox/index.ts'
import { finishRun } from '../../../workbench/server/runs/finishRun.ts'
import { connected } from '../../runtime/store/support.ts'

test('a run that the store could not keep is ended once it can, and says why', async () => {
  const sandbox = await startSandbox({ empty: true })
  const { store, connection } = await connected(sandbox)
  const client = await openConnection(store, connection)
  const lead = { title: 'Desks', person_id: 1 }
  const workflow = parseWorkflow(pipedrive, {
    tasks: [{ name: 'addLead_1', type: 'pipedrive/v1/addLead', parameters: { lead } }],
  })
  const run = await startRun(store, 'w', undefined)
  await store.db.run('PRAGMA query_only = ON')
  const ending = finishRun({ store, client, workflow }, run, new AbortController().signal)
  await setTimeout(200)
  expect(await listRuns(store)).toMatchObject([{ state: 'running' }])
  await store.db.run('PRAGMA query_only = OFF')
  expect(await ending).toMatchObject({ state: 'failed', error: { recovery: 'retry' } })
  await client.close()
  store.close()
  await sandbox.close()
})
