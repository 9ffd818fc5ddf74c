import { pick } from '../runtime/support.ts'
import { deliverThroughKills } from './deliverThroughKills.ts'

const distinct = 5_000
const kills = 20

test(`${2 * distinct} deliveries and ${kills} kills: nothing acknowledged is lost, nothing is written twice`, async () => {
  const { attempts, killed, seconds, runs, made } = await deliverThroughKills(distinct, kills)
  const parked = runs.filter(({ state }) => state === 'parked')
  console.log(
    `${2 * distinct} deliveries (${attempts} attempts), ${killed} kills, ${seconds.toFixed(0)} s: ` +
      `${runs.length} events, ${parked.length} parked, ${made.size} leads`,
  )
  expect(runs).toHaveLength(distinct)
  expect(new Set(runs.map(({ state }) => state))).toEqual(
    new Set(parked.length > 0 ? ['done', 'parked'] : ['done']),
  )
  const titles = (state: string) =>
    runs.filter(run => run.state === state).map(({ event }) => String(pick(event, 'data', 'title')))
  expect(titles('done').filter(title => made.get(title) !== 1)).toEqual([])
  expect([...made.values()].filter(times => times > 1)).toEqual([])
  expect(parked.length).toBeLessThanOrEqual(kills * 8)
}, 400_000)
