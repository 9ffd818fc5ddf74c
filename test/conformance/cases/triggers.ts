import assert from 'node:assert/strict'
import { pipedrive } from '../../../component/index.ts'
import { isRecord, member, type WebhookRequest } from '../../../definitions/index.ts'
import { openMeter } from '../../../engine/index.ts'
import { openClient } from '../../../runtime/index.ts'
import type { Sandbox } from '../../../sandbox/index.ts'
import { openServer } from '../../runtime/server.ts'
import type { Case } from '../case.ts'
import type { EnabledTrigger, StartedHost } from '../host.ts'
import { withSandbox } from '../withSandbox.ts'

/** What any event of a trigger has of its record; the rest depends on the record. */
const expectedMembers = (sample: unknown) =>
  Object.keys(isRecord(sample) ? sample : {}).filter(name => member(sample, name) !== null)

export const triggerCases = (): readonly Case[] =>
  pipedrive.triggers.flatMap(({ name, sampleOutput }): readonly Case[] => [
    {
      kind: 'triggers',
      name: `${name}: an event comes in and is completed`,
      needs: ['triggers'],
      run: host =>
        withEvent(host, name, async ({ delivery, enabled }) => {
          const { status, output } = await enabled.deliver(delivery)
          assert.equal(status, 200)
          const missing = expectedMembers(sampleOutput).filter(
            member_ => member(output, member_) === undefined,
          )
          assert.deepEqual(missing, [])
        }),
    },
    {
      kind: 'triggers',
      name: `${name}: a delivery with another password is refused`,
      needs: ['triggers'],
      run: host =>
        withEvent(host, name, async ({ delivery, enabled }) => {
          const authorization = `Basic ${Buffer.from('user:other').toString('base64')}`
          const headers = { ...delivery.headers, authorization }
          assert.deepEqual(await enabled.deliver({ ...delivery, headers }), { status: 401 })
        }),
    },
    {
      kind: 'triggers',
      name: `${name}: a body that is no event is refused`,
      needs: ['triggers'],
      run: host =>
        withEvent(host, name, async ({ delivery, enabled }) => {
          const body = { meta: 'none' }
          assert.deepEqual(await enabled.deliver({ ...delivery, body }), { status: 400 })
        }),
    },
    {
      kind: 'triggers',
      name: `${name}: an event of another entity is passed over`,
      needs: ['triggers', 'ignoredEvents'],
      run: host =>
        withEvent(host, name, async ({ delivery, enabled }) => {
          const meta = { ...Object(member(delivery.body, 'meta')), entity: 'note' }
          const body = { ...Object(delivery.body), meta }
          const delivered = await enabled.deliver({ ...delivery, body })
          assert.deepEqual(delivered, { status: 200 })
        }),
    },
    {
      kind: 'triggers',
      name: `${name}: leaves no webhook behind`,
      needs: ['triggers'],
      run: host =>
        withEvent(host, name, async ({ enabled, webhooks }) => {
          assert.equal(await webhooks(), 1)
          await enabled.disable()
          assert.equal(await webhooks(), 0)
        }),
    },
  ])

interface Caused {
  readonly enabled: EnabledTrigger
  readonly delivery: WebhookRequest
  /** How many the account has. */
  webhooks(): Promise<number>
}

/** Enables a trigger, makes its event happen, and takes what the account delivers. */
const withEvent = (
  host: StartedHost,
  name: string,
  work: (caused: Caused) => Promise<void>,
): Promise<void> =>
  withSandbox(host, async ({ sandbox, connection }) => {
    const arrived: WebhookRequest[] = []
    const server = await openServer((response, { headers, body }) => {
      const texts = Object.entries(headers).map(([key, value]) => [key, String(value)])
      arrived.push({ headers: Object.fromEntries(texts), body: JSON.parse(body) })
      response.writeHead(200).end()
    })
    try {
      const enabled = await connection.enable(name, `${server.url}/webhook`)
      await cause(sandbox, name)
      // It answers when everything is delivered.
      await fetch(`${sandbox.url}/_sandbox/deliveries`)
      const delivery = arrived.at(-1)
      if (!delivery) assert.fail('the account has delivered nothing')
      await work({ enabled, delivery, webhooks: () => countWebhooks(sandbox) })
    } finally {
      await server.close()
    }
  })

const cause = async ({ url, accessToken }: Sandbox, name: string): Promise<void> => {
  const tokens = { accessToken, apiDomain: url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  try {
    await openMeter({ client }).run(pipedrive.simulate(name))
  } finally {
    await client.close()
  }
}

const countWebhooks = async ({ url, accessToken }: Sandbox): Promise<number> => {
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer: unknown = await (await fetch(`${url}/api/v1/webhooks`, { headers })).json()
  const list = member(answer, 'data')
  return Array.isArray(list) ? list.length : Number.NaN
}
