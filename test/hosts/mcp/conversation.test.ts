import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { page } from '../../docs/pages.ts'
import { openAgent, textOf, type Agent } from './agent.ts'

/** The calls of the page, each with the answer that stands below it. */
const turns = [
  ...page('docs/agents.md').matchAll(/```tool\n(\w+) (.*)\n```\n+```answer\n([^]*?)\n```/g),
]

let sandbox: Sandbox
let agent: Agent
beforeAll(async () => {
  sandbox = await startSandbox()
  agent = await openAgent(sandbox)
})
afterAll(async () => {
  await agent.close()
  await sandbox.close()
})

/** Without what is different each time. */
const lasting = (text: string) =>
  text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME').replace(/\b[0-9a-f]{12}\.(\d+)/g, 'CURSOR.$1')

test('there is a conversation', () => {
  expect(turns.length).toBeGreaterThanOrEqual(5)
})

test.each(turns.map(([, name = '', given = '', answer = '']) => [name, given, answer] as const))(
  '%s %s',
  async (name, given, answer) => {
    const result = await agent.call(name, JSON.parse(given))
    expect(lasting(textOf(result))).toBe(lasting(answer))
  },
)
