import type { FastifyInstance } from 'fastify'
import { checkBody } from '../bodies.ts'
import { callFaults, webhookFaults } from '../faults.ts'
import type { FaultInput } from '../faults.ts'
import { milliseconds } from '../time.ts'
import type { World } from '../world.ts'
import type { MergeInput } from './merge.ts'
import { merge } from './merge.ts'

/** How long, in real time, the clock waits for receivers of webhooks before it moves on. */
const patience = 2000

const schemas = {
  advance: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      advance: { type: 'number', minimum: 0, maximum: 400 * 24 * 3_600_000 },
      frozen: { type: 'boolean' },
    },
  },
  fault: {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: {
      kind: { enum: [...callFaults, ...webhookFaults] },
      method: { type: 'string' },
      path: { type: 'string' },
      ms: { type: 'number', minimum: 0 },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      times: { type: 'integer', minimum: 1 },
    },
  },
  tokens: {
    type: 'object',
    required: ['action'],
    properties: { action: { enum: ['expire', 'revoke', 'rotate', 'keep'] } },
  },
  merge: {
    type: 'object',
    required: ['kind', 'id', 'into'],
    properties: {
      kind: { enum: ['deal', 'person', 'organization'] },
      id: { type: 'integer' },
      into: { type: 'integer' },
    },
  },
  record: {
    type: 'object',
    required: ['record'],
    properties: { record: { type: 'boolean' } },
  },
  spend: {
    type: 'object',
    required: ['tokens'],
    properties: { tokens: { type: 'integer', minimum: 0 } },
  },
} as const

const tokenActions = {
  expire: (world: World) => world.tokens.expireAll(),
  revoke: (world: World) => world.tokens.revokeAll(),
  rotate: (world: World) => world.tokens.rotate(true),
  keep: (world: World) => world.tokens.rotate(false),
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
  server.post<{ Body: FaultInput }>('/_sandbox/faults', async request => {
    checkBody(request, schemas.fault)
    return world.faults.add(request.body)
  })
  server.delete('/_sandbox/faults', async () => {
    world.faults.clear()
    return { faults: [] }
  })
  server.post<{ Body: { action: keyof typeof tokenActions } }>(
    '/_sandbox/tokens',
    async request => {
      checkBody(request, schemas.tokens)
      const { body } = request
      tokenActions[body.action](world)
      return { done: body.action }
    },
  )
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
