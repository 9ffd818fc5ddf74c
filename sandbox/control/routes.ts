import type { FastifyInstance } from 'fastify'
import { checkBody } from '../bodies.ts'
import { isTokenFault } from '../faults.ts'
import type { FaultInput, TokenFault } from '../faults.ts'
import { milliseconds } from '../time.ts'
import type { Account } from '../account.ts'
import type { MergeInput } from './merge.ts'
import { merge } from './merge.ts'
import { schemas } from './schemas.ts'

/** How long, in real time, the clock waits for receivers of webhooks before it moves on. */
const settleTimeoutMs = 2000

/** What happens to tokens happens at once. */
const tokenFault = {
  'tokens-expire': (account: Account) => account.tokens.expireAll(),
  'tokens-revoke': (account: Account) => account.tokens.revokeAll(),
  'tokens-rotate': (account: Account) => account.tokens.rotate(true),
}

/** The sandbox's own controls; they need no token and cost nothing. */
export const addControl = (server: FastifyInstance, account: Account) => {
  const now = () => ({ now: milliseconds(account.clock.now()) })

  server.get('/_sandbox/health', async () => ({ status: 'ok', ...now() }))
  server.get('/_sandbox/usage', async () => account.usage.read())
  server.get('/_sandbox/clock', async () => now())
  server.post<{ Body: { advance?: number; frozen?: boolean } }>(
    '/_sandbox/clock',
    async request => {
      checkBody(request, schemas.advance)
      const { body } = request
      if (body.frozen !== undefined) account.clock.freeze(body.frozen)
      if (body.advance !== undefined) await account.clock.advance(body.advance)
      return now()
    },
  )
  server.get('/_sandbox/deliveries', async () => {
    await account.webhooks.settle(settleTimeoutMs)
    return { attempts: account.webhooks.attempts() }
  })
  server.get('/_sandbox/faults', async () => ({ faults: account.faults.list() }))
  server.post<{ Body: FaultInput | { kind: TokenFault } }>('/_sandbox/faults', async request => {
    checkBody(request, schemas.fault)
    const { kind, ...rest } = request.body
    if (!isTokenFault(kind)) return account.faults.add({ kind, ...rest })
    tokenFault[kind](account)
    return { kind }
  })
  server.delete('/_sandbox/faults', async () => {
    account.faults.clear()
    account.tokens.rotate(false)
    return { faults: [] }
  })
  server.post<{ Body: { tokens: number } }>('/_sandbox/spend', async request => {
    checkBody(request, schemas.spend)
    const { body } = request
    account.limits.spend(body.tokens)
    return { spent: body.tokens }
  })
  server.post<{ Body: MergeInput }>('/_sandbox/merge', async request => {
    checkBody(request, schemas.merge)
    return merge(account, request.body)
  })
  server.get('/_sandbox/exchanges', async () => ({ exchanges: account.recorder.read() }))
  server.post<{ Body: { record: boolean } }>('/_sandbox/exchanges', async request => {
    checkBody(request, schemas.record)
    const { body } = request
    account.recorder.record(body.record)
    return { recording: body.record }
  })
  server.post('/_sandbox/reset', async () => {
    account.reset()
    return now()
  })
}
