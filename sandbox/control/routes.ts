import type { FastifyInstance } from 'fastify'
import { checkBody } from '../bodies.ts'
import { isTokenFault } from '../faults.ts'
import type { FaultInput, TokenFault } from '../faults.ts'
import { milliseconds } from '../time.ts'
import type { World } from '../world.ts'
import type { MergeInput } from './merge.ts'
import { merge } from './merge.ts'
import { schemas } from './schemas.ts'

/** How long, in real time, the clock waits for receivers of webhooks before it moves on. */
const patience = 2000

/** What happens to tokens happens at once. */
const tokenFault = {
  'tokens-expire': (world: World) => world.tokens.expireAll(),
  'tokens-revoke': (world: World) => world.tokens.revokeAll(),
  'tokens-rotate': (world: World) => world.tokens.rotate(true),
}

/** The sandbox's own controls; they need no token and cost nothing. */
export const addControl = (server: FastifyInstance, world: World) => {
  const now = () => ({ now: milliseconds(world.clock.now()) })

  server.get('/_sandbox/health', async () => ({ status: 'ok', ...now() }))
  server.get('/_sandbox/usage', async () => world.ledger.read())
  server.get('/_sandbox/clock', async () => now())
  server.post<{ Body: { advance?: number; frozen?: boolean } }>(
    '/_sandbox/clock',
    async request => {
      checkBody(request, schemas.advance)
      const { body } = request
      if (body.frozen !== undefined) world.clock.freeze(body.frozen)
      if (body.advance !== undefined) await world.clock.advance(body.advance)
      return now()
    },
  )
  server.get('/_sandbox/deliveries', async () => {
    await world.webhooks.settle(patience)
    return { attempts: world.webhooks.attempts() }
  })
  server.get('/_sandbox/faults', async () => ({ faults: world.faults.list() }))
  server.post<{ Body: FaultInput | { kind: TokenFault } }>('/_sandbox/faults', async request => {
    checkBody(request, schemas.fault)
    const { kind, ...rest } = request.body
    if (!isTokenFault(kind)) return world.faults.add({ kind, ...rest })
    tokenFault[kind](world)
    return { kind }
  })
  server.delete('/_sandbox/faults', async () => {
    world.faults.clear()
    world.tokens.rotate(false)
    return { faults: [] }
  })
  server.post<{ Body: { tokens: number } }>('/_sandbox/spend', async request => {
    checkBody(request, schemas.spend)
    const { body } = request
    world.limits.spend(body.tokens)
    return { spent: body.tokens }
  })
  server.post<{ Body: MergeInput }>('/_sandbox/merge', async request => {
    checkBody(request, schemas.merge)
    return merge(world, request.body)
  })
  server.get('/_sandbox/exchanges', async () => ({ exchanges: world.recorder.read() }))
  server.post<{ Body: { record: boolean } }>('/_sandbox/exchanges', async request => {
    checkBody(request, schemas.record)
    const { body } = request
    world.recorder.record(body.record)
    return { recording: body.record }
  })
  server.post('/_sandbox/reset', async () => {
    world.reset()
    return now()
  })
}
