import { fork } from 'node:child_process'
import { once } from 'node:events'
import Fastify from 'fastify'
import { pipedrive } from 'pipedrive-component'
import { isRecord } from 'pipedrive-component/definitions'
import { acceptEvents, subscriptionFor, type Store } from 'pipedrive-component/store'
import { createWebhookRoute, openReceiver } from 'pipedrive-component/webhooks'
import { short, type Figure } from './figures.ts'
import { quantile } from './rounds.ts'
import { program } from './startServer.ts'
import { withStore } from './store.ts'

const user = 'bench'
const password = 'a password of this bench alone'
const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
const steady = { perSecond: 200, count: 1_000 }
const burst = { perSecond: 0, count: 4_000 }

/** From a delivery to its acknowledgement, which comes after its commit. */
export const deliveries = async (): Promise<readonly Figure[]> => {
  const ours = await withStore(receiver)
  const bare = await withStore(fastify)
  return [
    {
      measure: `webhook delivery, ${steady.perSecond}/s, until it is committed and acknowledged, p50`,
      value: `${short(ours.p50)} ms`,
      beside: `Fastify, one commit each ${short(bare.p50)} ms`,
      result: ours.p50,
    },
    {
      ...{ measure: 'the same, p99', value: `${short(ours.p99)} ms`, result: ours.p99 },
      beside: `Fastify, one commit each ${short(bare.p99)} ms`,
    },
    {
      measure: 'highest sustained rate of deliveries, 32 at once',
      value: `${short(ours.rate)}/s`,
      beside: `Fastify, one commit each ${short(bare.rate)}/s`,
      result: ours.rate / bare.rate,
    },
  ]
}

const newDeal = () => {
  const trigger = pipedrive.triggers.find(({ name }) => name === 'newDeal')
  if (!trigger) throw new TypeError('there is no trigger newDeal')
  return trigger
}

const open = async (store: Store, connectionId: string) => {
  const trigger = newDeal()
  const key = { workflow: 'bench', trigger: trigger.name, connectionId }
  return { trigger, subscription: await subscriptionFor(store, key) }
}

const receiver = async (store: Store, connectionId: string) => {
  const { trigger, subscription } = await open(store, connectionId)
  const listening = await openReceiver()
  const route = createWebhookRoute(
    trigger,
    () => ({ user, password, webhookId: '1' }),
    events => acceptEvents(store, 'bench', subscription, events),
    () => false,
  )
  listening.addRoute(subscription.path, route)
  const measured = await measure(`${listening.origin}${subscription.path}`)
  await listening.close()
  return measured
}

/** What a host would write by hand: one route, one commit for each event. */
const fastify = async (store: Store, connectionId: string) => {
  const { trigger, subscription } = await open(store, connectionId)
  const server = Fastify()
  server.post(subscription.path, async request => {
    const headers = { authorization }
    const event = trigger.webhookRequest({ headers, body: request.body }, { user, password })
    if (event) await acceptEvents(store, 'bench', subscription, [event])
    return ''
  })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  const measured = await measure(`${origin}${subscription.path}`)
  await server.close()
  return measured
}

const measure = async (address: string) => {
  await deliver(address, { perSecond: 0, count: 200 })
  const { times } = await deliver(address, steady)
  const { seconds } = await deliver(address, burst)
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    rate: burst.count / seconds,
  }
}

const deliver = async (address: string, { perSecond, count }: typeof steady) => {
  const words = [address, authorization, String(perSecond), String(count)]
  const messages: readonly unknown[] = await once(fork(program('deliver'), words), 'message')
  const [report] = messages
  if (!isRecord(report) || !Array.isArray(report['times'])) throw new TypeError('no report')
  return { times: report['times'].map(Number), seconds: Number(report['seconds']) }
}
