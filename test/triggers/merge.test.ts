import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../component/index.ts'
import { openClient } from '../../runtime/index.ts'
import { listen, type TriggerEvent } from '../../runtime/webhooks/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { success } from '../runtime/support.ts'
import { findAction, findTrigger, runStep } from '../../engine/index.ts'

test('the event of a merge tells who has merged which record, where and when', async () => {
  const { url, accessToken, close } = await startSandbox({ scale: 20 })
  const tokens = { accessToken, apiDomain: url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const events: TriggerEvent[] = []
  const listener = await listen(findTrigger(pipedrive, 'updatedDeal'), {
    client,
    onEvent: event => events.push(event),
    onError: error => expect(error).toBeUndefined(),
  })
  const merge = { method: 'PUT', path: '/api/v1/deals/2/merge', body: { merge_with_id: 1 } }
  success(await runStep(findAction(pipedrive, 'customAction'), merge, { client }))
  while (events.length === 0) await setTimeout(10)
  expect(events[0]).toMatchObject({
    output: {
      id: 1,
      meta: {
        ...{ merged_from_id: '2', change_source: 'api', user_id: expect.stringMatching(/^\d+$/) },
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    },
    warnings: [],
  })
  await listener.close()
  await client.close()
  await close()
})
