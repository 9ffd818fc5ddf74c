import type { Budget } from '../../../definitions/index.ts'
import { usageOf, type Connection } from '../../../runtime/connections/index.ts'
import type { ConnectionView, PlanView } from '../../api/index.ts'
import type { Context } from '../context.ts'

/** A connection as the page may see it: without its secrets. */
export const viewOf = async (
  { store, sandbox }: Pick<Context, 'store' | 'sandbox'>,
  { id, name, account, apiDomain, state, clientId, scopes, plan, seats }: Connection,
): Promise<ConnectionView> => ({
  id,
  name,
  account,
  apiDomain,
  state,
  sandbox: clientId === sandbox.app.clientId,
  missingScopes: store.component.connection.missingScopes(scopes.split(' ')),
  plan: planOf(store.component.budget, plan, seats),
  usage: (await usageOf(store, id)).map(({ tokenCost, ...day }) => ({ ...day, tokenCost })),
})

/** Null until it has been chosen. */
export const planOf = (
  { plans }: Budget,
  plan: string | null,
  seats: number | null,
): PlanView | null => {
  const known = plans.find(({ name }) => name === plan)
  if (!known || seats === null) return null
  const { name, title, tokensPerSeat } = known
  return { name, title, seats, tokensPerDay: seats * tokensPerSeat }
}
