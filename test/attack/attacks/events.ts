import { deliverThroughKills } from '../../deep/deliverThroughKills.ts'
import { pick } from '../../runtime/support.ts'
import { createTally, type Attack } from '../attack.ts'

export const events: Attack = {
  group: 'Webhooks',
  name: 'Events, all doubled and shuffled, under kill -9',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const distinct = many(150, 800)
    const { attempts, killed, runs, made } = await deliverThroughKills(distinct, many(1, 5))
    const states = new Map<string, number>()
    for (const { state, event } of runs) {
      states.set(state, (states.get(state) ?? 0) + 1)
      const title = String(pick(event, 'data', 'title'))
      const times = made.get(title) ?? 0
      const isRight = state === 'done' ? times === 1 : state === 'parked' && times <= 1
      tally.count(title, isRight ? undefined : `is ${state}, and written ${times} times`)
    }
    const lost = distinct - runs.length
    tally.count('all of them', lost === 0 ? undefined : `lack ${lost}`)
    const counts = [...states].map(([state, count]) => `${count} ${state}`)
    return tally.total(`${attempts} sends, ${killed} kills, ${counts.join(', ')}`)
  },
}
