import { setTimeout } from 'node:timers/promises'
import { Pool } from 'undici'

/**
 * Delivers events: at a steady rate, where it takes the time of each from when it was due, or as
 * fast as 32 at once go. Sends its parent the times in milliseconds.
 */
const [, , address = '', authorization = '', perSecond = '0', count = '0'] = process.argv
const { origin, pathname } = new URL(address)
const pool = new Pool(origin, { connections: 32 })
const headers = { authorization, 'content-type': 'application/json' }
const rate = Number(perSecond)
const total = Number(count)
const times: number[] = []

const event = (id: string) =>
  JSON.stringify({
    meta: {
      ...{ action: 'create', entity: 'deal', id, entity_id: '1', company_id: '1', version: '2.0' },
      ...{ timestamp: new Date().toISOString(), user_id: '1', attempt: 1, change_source: 'app' },
    },
    data: { id: 1, title: 'Desks', person_id: 1, owner_id: 1, value: 100, currency: 'EUR' },
    previous: null,
  })

const deliver = async (index: number, due = performance.now()) => {
  const { statusCode, body } = await pool.request({
    ...{ method: 'POST', path: pathname, headers, body: event(`${process.pid}-${index}`) },
  })
  await body.dump()
  if (statusCode !== 200) throw new Error(`a delivery was answered ${statusCode}`)
  times.push(performance.now() - due)
}

const start = performance.now()
if (rate > 0) {
  const sent: Promise<void>[] = []
  for (let index = 0; index < total; index++) {
    const due = start + (1000 * index) / rate
    const ahead = due - performance.now()
    if (ahead > 1) await setTimeout(ahead)
    sent.push(deliver(index, due))
  }
  await Promise.all(sent)
} else {
  let index = 0
  const sender = async () => {
    while (index < total) await deliver(index++)
  }
  await Promise.all(Array.from({ length: 32 }, sender))
}
process.send?.({ times, seconds: (performance.now() - start) / 1000 })
process.disconnect()
await pool.close()
