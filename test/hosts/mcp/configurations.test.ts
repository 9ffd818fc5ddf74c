import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { page } from '../../docs/pages.ts'
import { useAcme } from '../../docs/storedConnection.ts'

interface Configuration {
  readonly command: string
  readonly args: readonly string[]
}
type Servers = Readonly<Record<string, Configuration>>

const names = ['README.md', 'docs/agents.md']
/** What the pages tell clients to start, in JSON or as the words of a command. */
const configurations = names.flatMap(name => {
  const text = page(name)
  const files = [...text.matchAll(/```json\n([^]*?)\n```/g)].map(([, json = '']) => json)
  const servers = files.flatMap(json => {
    const { mcpServers, servers = mcpServers } = JSON.parse(json) as Record<string, Servers>
    return servers ? Object.values(servers) : []
  })
  const lines = [...text.matchAll(/`claude mcp add \w+ -- (.*?)`/g)].map(([, words = '']) => {
    const [command = '', ...args] = words.split(' ')
    return { command, args }
  })
  return [...servers, ...lines].map(one => [name, one] as const)
})

const { folder } = useAcme({ scale: 30 })

test('there are configurations for the usual clients', () => {
  expect(configurations.length).toBeGreaterThanOrEqual(5)
})

test.each(configurations)('%s: %o works in any folder', async (_, { command, args }) => {
  const transport = new StdioClientTransport({
    command,
    args: args.map(word => word.replace('/PATH/TO/pipedrive-component', process.cwd())),
    cwd: folder,
    env: { PIPEDRIVE_COMPONENT_DATA: folder },
    stderr: 'ignore',
  })
  const client = new Client({ name: 'test', version: '1' })
  try {
    await client.connect(transport)
    const call = { name: 'get_deal_details', arguments: { id: 1 } }
    const { structuredContent } = await client.callTool(call)
    expect(structuredContent).toMatchObject({ body: { data: { id: 1 } } })
  } finally {
    await client.close()
  }
})
