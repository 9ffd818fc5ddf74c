import { member, memberAt } from '../../../../definitions/index.ts'
import type { Credential } from './connect.ts'
import { openModel } from './model.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf, type WorkflowNode } from './workflows.ts'

const langchain = (name: string, type: string, typeVersion: number, parameters: object) =>
  ({
    ...{ id: name, name, type: `@n8n/n8n-nodes-langchain.${type}`, typeVersion },
    ...{ position: [200, 200], parameters },
  }) as WorkflowNode

/** n8n's agent with the node as its tool: what it is offered, and what it reads. */
export const runAgent = async (rest: Rest, credential: Credential): Promise<Outcome> => {
  const model = await openModel()
  try {
    const openAi = await rest.call('POST', '/rest/credentials', {
      name: 'Model',
      type: 'openAiApi',
      data: { apiKey: 'none', url: `${model.url}/v1` },
    })
    const value = `={{ $fromAI('deal', 'The id of the deal', 'string') }}`
    const parameters = {
      resource: 'deal',
      operation: 'get',
      dealId: { __rl: true, mode: 'id', value },
    }
    const chat = {
      ...langchain('Model', 'lmChatOpenAi', 1.2, {
        model: { __rl: true, mode: 'id', value: 'model' },
        options: {},
      }),
      credentials: { openAiApi: { id: String(member(openAi, 'id')), name: 'Model' } },
    }
    const tool = nodeOf('pipedriveComponentTool', 'Pipedrive', parameters, credential)
    const agent = langchain('Agent', 'agent', 3.1, {
      promptType: 'define',
      text: '={{ $json.body.ask }}',
    })
    const workflow = await callable(rest, 'agent', [agent], {
      attached: { ai_languageModel: [chat], ai_tool: [tool] },
    })
    const ask = async (deal: string): Promise<string> => {
      const { items } = await workflow.run({ ask: JSON.stringify({ deal }) })
      const output = member(items[0], 'output')
      return typeof output === 'string' ? output : JSON.stringify(items)
    }
    const [found, absent, wrong] = [await ask('1'), await ask('999999'), await ask('many')]
    const [offered] = model.tools
    return outcomeOf(
      {
        'the agent is told what the tool does': /deal/i.test(offered?.description ?? ''),
        'it fills in what the user has left to it':
          memberAt(offered?.parameters, 'properties.deal') !== undefined,
        'it reads the record': /"title"/.test(found),
        'it reads what is wrong': /Deal not found/.test(absent),
        'and what to do': /details/.test(absent),
        'wrong input names its field': /Deal: .*not an integer/.test(wrong),
      },
      { offered, found: found.slice(0, 100), absent, wrong },
    )
  } finally {
    await model.close()
  }
}
