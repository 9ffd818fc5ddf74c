import fc from 'fast-check'
import { all, type Exchange, type HttpRequest, type HttpResponse } from '../../definitions/index.ts'

/** What an exchange is made of, so that many different ones can be tried. */
export type Plan =
  | { readonly kind: 'send'; readonly id: number }
  | { readonly kind: 'series' | 'all'; readonly plans: readonly Plan[] }
  | { readonly kind: 'tolerant'; readonly plan: Plan }

export const plans = fc.letrec<{ plan: Plan }>(tie => ({
  plan: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: fc.constant('send' as const), id: fc.nat(999) }),
    fc.record({
      kind: fc.constantFrom('series' as const, 'all' as const),
      plans: fc.array(tie('plan'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('tolerant' as const), plan: tie('plan') }),
  ),
})).plan

export interface Tally {
  begun: number
  ended: number
}
export const tallied = (): Tally => ({ begun: 0, ended: 0 })

/** The exchange of a plan, which counts how many exchanges have begun and come to their end. */
export function* exchangeOf(plan: Plan, tally: Tally): Exchange<unknown> {
  tally.begun++
  try {
    if (plan.kind === 'send') return yield* sent(plan.id)
    if (plan.kind === 'tolerant') return yield* tolerated(exchangeOf(plan.plan, tally))
    if (plan.kind === 'all') return yield* all(plan.plans.map(part => exchangeOf(part, tally)))
    const results: unknown[] = []
    for (const part of plan.plans) results.push(yield* exchangeOf(part, tally))
    return results
  } finally {
    tally.ended++
  }
}

export function* sent(id: number): Exchange<unknown> {
  const outcomes = yield [{ method: 'GET', path: `/${id}` }]
  if (outcomes.length !== 1) throw new Error(`${id} was handed ${outcomes.length} outcomes`)
  const [outcome] = outcomes
  if (!outcome || 'error' in outcome) throw outcome?.error
  return outcome.response.body
}

function* tolerated(exchange: Exchange<unknown>): Exchange<unknown> {
  try {
    return yield* exchange
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

/** Answers a request with its own path. */
export const echo = ({ path }: HttpRequest): HttpResponse => ({
  status: 200,
  headers: {},
  body: path,
})
