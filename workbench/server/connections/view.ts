import { usageOf, type Connection } from '../../../runtime/connections/index.ts'
import type { ConnectionView } from '../../api/index.ts'
import type { Context } from '../context.ts'

/** A connection as the page may see it: without its secrets. */
export const viewOf = async (
  { store, sandbox }: Pick<Context, 'store' | 'sandbox'>,
  { id, name, account, apiDomain, state, clientId, scopes }: Connection,
): Promise<ConnectionView> => ({
  id,
  name,
  account,
  apiDomain,
  state,
  sandbox: clientId === sandbox.app.clientId,
  missingScopes: store.component.connection.missingScopes(scopes.split(' ')),
  usage: (await usageOf(store, id)).map(({ tokenCost, ...day }) => ({ ...day, tokenCost })),
})
