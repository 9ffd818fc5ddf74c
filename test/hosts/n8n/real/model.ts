import { member, memberAt } from '../../../../definitions/index.ts'
import { openServer } from '../../../runtime/server.ts'

/** What an agent has offered a model as a tool. */
interface Tool {
  readonly name: string
  readonly description: string
  readonly parameters: unknown
}

/**
 * A model that speaks OpenAI's chat protocol: it calls the one tool with the arguments that it is
 * asked with, and repeats what the tool has said.
 */
export const openModel = async () => {
  const tools: Tool[] = []
  const server = await openServer((answer, { body }) => {
    const request: unknown = body === '' ? {} : JSON.parse(body)
    const messages = (member(request, 'messages') as readonly unknown[] | undefined) ?? []
    const tool = memberAt(request, 'tools.0.function') as Tool | undefined
    if (tool) tools.push(tool)
    const last = messages.at(-1)
    const isAnswered = member(last, 'role') === 'tool'
    const call = {
      id: 'call_1',
      type: 'function',
      function: { name: tool?.name, arguments: String(member(last, 'content')) },
    }
    const message = isAnswered
      ? { role: 'assistant', content: String(member(last, 'content')) }
      : { role: 'assistant', content: null, tool_calls: [call] }
    const reply = {
      ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 0, model: 'model' },
      choices: [{ index: 0, message, finish_reason: isAnswered ? 'stop' : 'tool_calls' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    }
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  })
  return { url: server.url, tools, close: () => server.close() }
}
