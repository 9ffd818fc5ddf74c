import { member, memberAt } from '../../../../definitions/index.ts'
import type { Sandbox } from '../../../../sandbox/index.ts'
import { addFault } from '../../../faults.ts'
import { reconnect, type Credential } from './connect.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf } from './workflows.ts'

/** A connection that was revoked in Pipedrive says what to do, and that helps. */
export const runRevoked = async (
  rest: Rest,
  credential: Credential,
  sandbox: Sandbox,
): Promise<Outcome> => {
  const dealId = { __rl: true, mode: 'id', value: '1' }
  const parameters = { resource: 'deal', operation: 'get', dealId }
  const node = nodeOf('pipedriveComponent', 'Pipedrive', parameters, credential)
  const workflow = await callable(rest, 'revoked', [node])
  await addFault(sandbox.url, { kind: 'tokens-revoke' })
  const refused = await workflow.run()
  const { status, result } = await rest.execution(workflow.id)
  const error = memberAt(result, 'error')
  const text = `${String(member(error, 'message'))} ${String(member(error, 'description'))}`
  await reconnect(rest, credential.id)
  const again = await workflow.run()
  return outcomeOf(
    {
      'the execution fails': refused.status === 500 && status === 'error',
      'the error says to connect again': /connect(ed)?\b/i.test(text) && /credential/i.test(text),
      'no secret is in it': !JSON.stringify(result).includes(sandbox.clientSecret),
      'connecting again helps': again.status === 200 && member(again.items[0], 'id') === 1,
    },
    { text, again },
  )
}
