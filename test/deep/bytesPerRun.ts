import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../component/index.ts'
import type { WebhookEvent } from '../../definitions/index.ts'
import { openMeter, parseWorkflow } from '../../engine/index.ts'
import { openConnection } from '../../runtime/connections/index.ts'
import { acceptEvents, countRuns, subscriptionFor } from '../../runtime/store/index.ts'
import { openReceiver, startWorkflow, waitForEvent } from '../../runtime/webhooks/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { connected } from '../runtime/store/support.ts'

/** As the workbench names its workflows. */
const key = randomUUID()
const example: unknown = JSON.parse(readFileSync('docs/examples/new-deal.json', 'utf8'))

/** The example workflow with a sandbox, and an event of it as it really is. */
export const openExample = async () => {
  const sandbox = await startSandbox({ scale: 50, seed: 1, plan: 'ultimate' })
  const { folder, store, connection } = await connected(sandbox)
  // Nothing here has to outlive a power cut.
  await store.db.run('PRAGMA synchronous = OFF')
  const client = await openConnection(store, connection)
  const receiver = await openReceiver()
  const { trigger, ...rest } = parseWorkflow(pipedrive, example)
  if (!trigger) throw new TypeError('the example has no trigger')
  const { operation } = trigger
  const { event } = await waitForEvent(operation, {
    ...{ client, receiver, signal: AbortSignal.timeout(15_000) },
    onListening: () =>
      openMeter({ client }).run(pipedrive.simulate(operation.name, { person_id: 1 })),
  })
  const options = {
    ...{ store, client, receiver, key, connectionId: connection.id },
    ...{
      workflow: { ...rest, trigger },
      onError: (error: unknown) => expect(error).toBe(undefined),
    },
  }
  const started = await startWorkflow(options)
  const subject = { workflow: key, trigger: operation.name, connectionId: connection.id }
  const subscription = await subscriptionFor(store, subject)
  const copyOf = (number: number): WebhookEvent => ({
    ...event,
    id: randomUUID(),
    data: { ...event.data, title: `Deal ${number}` },
    meta: { ...event.meta, entity_id: number },
  })
  return {
    ...{ folder, store, started, copyOf },
    /** Runs it for that number of events, which are stored as deliveries are. */
    async run(count: number) {
      for (let at = 0; at < count; at += 100) {
        const some = Array.from({ length: Math.min(100, count - at) }, (_, more) =>
          copyOf(at + more),
        )
        await acceptEvents(store, key, subscription, some)
        started.wake()
        while ((await countRuns(store, { states: ['waiting', 'running'] })) > 100)
          await setTimeout(100)
      }
      while ((await countRuns(store, { states: ['waiting', 'running'] })) > 0) await setTimeout(100)
    },
    /** Of the database, once its log is part of it. */
    async bytes() {
      await store.db.run('PRAGMA wal_checkpoint(TRUNCATE)')
      return (await stat(join(folder, 'store.db'))).size
    },
    async close() {
      await started.close()
      await receiver.close()
      await client.close()
      store.close()
      await sandbox.close()
    },
  }
}
