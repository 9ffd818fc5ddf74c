import { getDeals } from '../../../../actions/deals/getDeals.ts'
import { get, del } from '../../../../component/api.ts'
import { Deleted } from '../../../../component/apiSchemas.ts'
import { pipedrive } from '../../../../component/index.ts'
import { action, object, string } from '../../../../definitions/index.ts'
import { validatorsOf } from '../../../../engine/index.ts'
import { serveHttp, toolsOf } from '../../../../hosts/mcp/index.ts'
import { openClient } from '../../../../runtime/index.ts'
import { startSandbox } from '../../../../sandbox/index.ts'

const named = (name: string) => ({ name, title: name, description: name, agentHint: name })
const output = object({ properties: {} })
const plain = { output, sampleOutput: {} }

/** Actions of which the host makes tools that the suite calls. */
const actions = [
  { ...getDeals, ...named('testSimpleText') },
  // Its rows need calls for users, persons and organizations.
  { ...getDeals, ...named('testToolWithProgress') },
  action({
    ...{ ...named('testErrorHandling'), ...plain, effect: 'read', properties: {} },
    *perform() {
      return yield* get('/api/v2/deals/{id}', { params: { id: 999_999 }, returns: output })
    },
  }),
  // Its user is asked before it deletes.
  action({
    ...{ ...named('testElicitation'), ...plain, effect: 'delete' },
    properties: { message: string({ required: true }) },
    *perform() {
      yield* del('/api/v2/deals/{id}', { params: { id: 1 }, returns: Deleted })
      return {}
    },
  }),
]

/** Our host with tools that have the suite's names, over a sandbox. */
export const startSuiteServer = async () => {
  const sandbox = await startSandbox({ scale: 60 })
  const component = { ...pipedrive, actions }
  const tokens = { accessToken: sandbox.accessToken, apiDomain: sandbox.url }
  const account = openClient({ component, tokens, allowLoopback: true })
  const client = {
    ...account,
    validators: async (name: string) => {
      const found = actions.find(one => one.name === name)
      return found ? validatorsOf(found) : account.validators(name)
    },
  }
  const choice = { allowDelete: true }
  const tools = toolsOf(component, choice)
  const spent = async (usedToday: number) => ({ usedToday })
  const server = await serveHttp({ ...choice, client, tools, spent }, 0)
  return {
    url: server.url,
    async close() {
      await server.close()
      await account.close()
      await sandbox.close()
    },
  }
}
