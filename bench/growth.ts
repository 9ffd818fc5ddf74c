import {
  acceptEvents,
  claimRuns,
  endRun,
  subscriptionFor,
  type Store,
} from 'pipedrive-component/store'
import { openReceiver } from 'pipedrive-component/webhooks'
import { actionOf, openComponent, step } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { median } from './rounds.ts'
import { withStore } from './store.ts'

/** How the time of one piece of work grows with the amount there is. */
export const growth = async (url: string): Promise<readonly Figure[]> => [
  await grown('Get deals, time per row', [100, 1_000, 10_000, 100_000], count => row(url, count)),
  await grown('one event accepted and run, runs stored', [10, 100, 1_000, 10_000], stored),
  await grown('ten events claimed, events waiting', [10, 100, 1_000, 10_000], waiting),
  await grown('a delivery answered, workflows on', [1, 10, 100, 1_000], routes),
]

/** Microseconds at each amount; the result is how many times longer the last takes than the first. */
const grown = async (
  measure: string,
  amounts: readonly number[],
  timeAt: (amount: number) => Promise<number>,
): Promise<Figure> => {
  const times: number[] = []
  for (const amount of amounts) times.push(await timeAt(amount))
  const [first = Number.NaN] = times
  return {
    measure: `${measure}: ${amounts.join(', ')}`,
    value: times.map(time => `${short(time)} µs`).join(', '),
    result: (times.at(-1) ?? Number.NaN) / first,
  }
}

const timed = async (times: number, work: (index: number) => Promise<unknown>): Promise<number> => {
  const taken: number[] = []
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    await work(index)
    taken.push(1000 * (performance.now() - start))
  }
  return median(taken)
}

const row = async (url: string, count: number): Promise<number> => {
  const client = openComponent(url)
  const getDeals = actionOf('getDeals')
  const time = await timed(3, () => step(client, getDeals, { filter_id: count }))
  await client.close()
  return time / count
}

const workflow = 'bench'
const event = (id: string) => ({
  ...{ id, occurredAt: new Date().toISOString() },
  data: { id: 1, title: 'Desks', value: 100, currency: 'EUR' },
  ...{ previous: null, meta: { entity_id: id } },
})

const accept = async (store: Store, connectionId: string, ids: readonly string[]) => {
  const subscription = await subscriptionFor(store, {
    ...{ workflow, trigger: 'newDeal', connectionId },
  })
  for (let start = 0; start < ids.length; start += 500)
    await acceptEvents(store, workflow, subscription, ids.slice(start, start + 500).map(event))
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `event ${index}`)

/** Takes one waiting event to its end. */
const runOne = async (store: Store) => {
  const [run] = await claimRuns(store, workflow, 1)
  if (run) await endRun(store, run.id, { state: 'done', tokenCost: 0 })
}

const stored = (count: number): Promise<number> =>
  withStore(async (store, connectionId) => {
    await accept(store, connectionId, names(count))
    for (let done = 0; done < count; done++) await runOne(store)
    return timed(20, async index => {
      await accept(store, connectionId, [`another ${index}`])
      await runOne(store)
    })
  })

const waiting = (count: number): Promise<number> =>
  withStore(async (store, connectionId) => {
    await accept(store, connectionId, names(count))
    return timed(1, () => claimRuns(store, workflow, 10))
  })

const routes = async (count: number): Promise<number> => {
  const receiver = await openReceiver()
  const route = { credentials: () => 200, deliver: () => Promise.resolve(200) }
  for (let index = 0; index < count; index++) receiver.addRoute(`/webhooks/${index}`, route)
  const time = await timed(50, async index => {
    const address = `${receiver.origin}/webhooks/${index % count}`
    const response = await fetch(address, { method: 'POST', body: '{}' })
    await response.text()
  })
  await receiver.close()
  return time
}
