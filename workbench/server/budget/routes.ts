import type { FastifyInstance } from 'fastify'
import { InputError, integer, string } from '../../../definitions/index.ts'
import { setPlan } from '../../../runtime/connections/index.ts'
import type { BudgetView, ConnectionView, ForecastView } from '../../api/index.ts'
import { findConnection } from '../connections/clients.ts'
import { viewOf } from '../connections/view.ts'
import type { Context } from '../context.ts'
import { body, param } from '../requests.ts'
import { loadWorkflow } from '../workflows/load.ts'
import { forecastOf } from './forecast.ts'

const maxSeats = 100_000

/** What the account's daily budget is, and what a workflow takes of it. */
export const addBudget = (server: FastifyInstance, context: Context): void => {
  const { store, events } = context
  const { budget, tokenCost } = store.component

  server.get('/api/budget', async (): Promise<BudgetView> => ({
    plans: budget.plans,
    examples: budget.examples.map(call => ({ title: call.title, tokenCost: tokenCost(call) })),
  }))
  server.put('/api/connections/:id/plan', async (request): Promise<ConnectionView> => {
    const { id } = await findConnection(store, param(request, 'id'))
    const shape = { plan: string({ required: true }), seats: integer({ required: true }) }
    const { plan, seats } = body(shape, request)
    const names = budget.plans.map(({ name }) => name)
    if (!names.includes(plan)) throw new InputError('plan', `must be one of ${names.join(', ')}`)
    if (seats < 1 || seats > maxSeats)
      throw new InputError('seats', `must be from 1 to ${maxSeats}`)
    await setPlan(store, id, { plan, seats })
    events.publish({ type: 'connections' })
    return viewOf(context, await findConnection(store, id))
  })
  server.get('/api/workflows/:id/forecast', async (request): Promise<ForecastView> =>
    forecastOf(store, await loadWorkflow(context, param(request, 'id'))),
  )
}
