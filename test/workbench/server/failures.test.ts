import type { WorkflowView } from '../../../workbench/api/index.ts'
import { useAccount } from './account.ts'
import { newFolder } from '../../folder.ts'
import { openBench, until } from './support.ts'

const account = useAccount()

test('what can’t be turned on at a start says why, stays wanted, and can be turned off', async () => {
  await account.start()
  const folder = newFolder()
  const before = await openBench({ folder })
  const { attempt } = await account.connect(before, (await account.begin(before)).body)
  const { id, definition, version } = await before.example()
  const change = { definition, version, connectionId: attempt.connection?.id }
  await before.call('PUT', `/api/workflows/${id}`, change)
  await before.call('POST', `/api/workflows/${id}/on`, {})
  await before.close()
  await account.it.close()

  const after = await openBench({ folder })
  const view = await until(async () => {
    const current = await after.example()
    return current.activationError && current
  })
  expect(view).toMatchObject({
    on: true,
    activationError: { name: 'NoResponseError', recovery: 'retry' },
  })
  expect(view.webhookUrl).toBeUndefined()
  const off = await after.call<WorkflowView>('POST', `/api/workflows/${id}/off`)
  expect(off.body.on).toBe(false)
  expect(off.body.activationError).toBeUndefined()
})

test('a webhook that can’t be deleted is said, and it is off all the same', async () => {
  await account.start()
  const bench = await openBench()
  const { attempt } = await account.connect(bench, (await account.begin(bench)).body)
  const { id, definition, version } = await bench.example()
  const change = { definition, version, connectionId: attempt.connection?.id }
  await bench.call('PUT', `/api/workflows/${id}`, change)
  await bench.call('POST', `/api/workflows/${id}/on`, {})
  await account.it.close()
  const off = await bench.call<WorkflowView>('POST', `/api/workflows/${id}/off`)
  expect(off.body).toMatchObject({
    on: false,
    activationError: { message: expect.stringContaining('its webhook could not be deleted') },
  })
})
