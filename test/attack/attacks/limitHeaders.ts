import { setTimeout } from 'node:timers/promises'
import { pipedrive } from '../../../component/index.ts'
import { openClient } from '../../../runtime/index.ts'
import { openServer, sendJson } from '../../runtime/server.ts'
import { instantClock } from '../../runtime/clocks.ts'
import { createTally, type Attack } from '../attack.ts'

const numbers = ['0', '0.5', '-1', '1e309', 'NaN', '', 'abc', '99999999999999999999', '1, 2']
const waits = [
  ...numbers,
  'Wed, 21 Oct 2099 07:28:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '86400',
]
const maxWaitMs = 60 * 60_000

export const limitHeaders: Attack = {
  group: 'Transport',
  name: 'Forms of 429, absurd `retry-after` and `x-ratelimit` headers',
  async run() {
    const tally = createTally()
    const attempt = (what: string, headers: Record<string, string>, status: number) =>
      tally.attempt(
        `${status} ${what}`,
        async () => {
          const api = await openServer((response, _, number) =>
            sendJson(response, {}, number < 4 ? status : 200, headers),
          )
          const { slept, timing } = instantClock()
          const tokens = { accessToken: 'secret', apiDomain: api.url }
          const client = openClient({ component: pipedrive, tokens, allowLoopback: true, timing })
          const send = client.sender({ onRequest() {} })
          const late = new AbortController()
          const ended = Promise.all(
            Array.from({ length: 5 }, () =>
              send({ method: 'GET', path: '/api/v2/stages' }, late.signal).catch(() => undefined),
            ),
          ).then(() => true)
          const isDone = await Promise.race([ended, setTimeout(3_000, false)])
          late.abort()
          await client.close()
          await api.close()
          if (!isDone) return `does not end, and has slept ${slept.length} times`
          const wrong = slept.filter(ms => !(ms >= 0 && ms <= maxWaitMs))
          if (wrong.length > 0) return `sleeps for ${wrong[0]} ms`
          return slept.length > 200 ? `sleeps ${slept.length} times` : undefined
        },
        10_000,
      )
    for (const value of waits) await attempt(`retry-after ${value}`, { 'retry-after': value }, 429)
    for (const name of ['limit', 'remaining', 'reset'])
      for (const value of numbers)
        for (const status of [200, 429])
          await attempt(`x-ratelimit-${name} ${value}`, { [`x-ratelimit-${name}`]: value }, status)
    for (const value of numbers)
      await attempt(
        `all of them ${value}`,
        {
          'x-ratelimit-limit': value,
          'x-ratelimit-remaining': value,
          'x-ratelimit-reset': value,
        },
        200,
      )
    return tally.total()
  },
}
