import { addFault } from '../../../faults.ts'
import type { Account } from './account.ts'
import type { Credential } from './connect.ts'
import type { Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf } from './workflows.ts'

const count = 40

/** Runs that all find the token expired: one of them renews it. */
export const renewOnce = async (
  rest: Rest,
  credential: Credential,
  { sandbox, callsTo }: Account,
): Promise<Outcome> => {
  const dealId = { __rl: true, mode: 'id', value: '1' }
  const parameters = { resource: 'deal', operation: 'get', dealId }
  const node = nodeOf('pipedriveComponent', 'Pipedrive', parameters, credential)
  const workflow = await callable(rest, 'renewal', [node])
  const before = callsTo('/oauth/token')
  await addFault(sandbox.url, { kind: 'tokens-expire' })
  const runs = await Promise.all(Array.from({ length: count }, () => workflow.run()))
  const renewals = callsTo('/oauth/token') - before
  const failed = runs.flatMap(({ status, items }) =>
    status === 200 ? [] : [`${status} ${JSON.stringify(items).slice(0, 200)}`],
  )
  return { all: count, failed: renewals === 1 ? failed : [...failed, `${renewals} renewals`] }
}
