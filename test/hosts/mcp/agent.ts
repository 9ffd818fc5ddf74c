import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { ElicitRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { pipedrive } from '../../../component/index.ts'
import type { Component } from '../../../definitions/index.ts'
import { createServer, type ServerOptions } from '../../../hosts/mcp/server.ts'
import type { ToolChoice } from '../../../hosts/mcp/leftOut.ts'
import { toolsOf } from '../../../hosts/mcp/tools.ts'
import { openClient, type Client as Account } from '../../../runtime/index.ts'
import type { Sandbox } from '../../../sandbox/index.ts'
import * as sdk from '#mcp'

interface AgentOptions extends ToolChoice {
  readonly maxBytes?: number
  readonly component?: Component
  /** Of the sandbox, where the server is to do more than send its token; closed with the agent. */
  readonly account?: Account
  /** What the user says when asked; the client can't ask where this is absent. */
  readonly answer?: (message: string) => 'accept' | 'decline' | 'cancel'
  readonly spent?: ServerOptions['spent']
}

type Arguments = Readonly<Record<string, unknown>>
type CallOptions = Parameters<Client['callTool']>[2]

/** A client of a sandbox, as Node has it. */
export const clientOf = (component: Component, apiDomain: string, accessToken: string) =>
  openClient({ component, tokens: { accessToken, apiDomain }, allowLoopback: true })

/** The official client, connected to a server of ours that works on a sandbox. */
export const openAgent = async (
  { url, accessToken }: Pick<Sandbox, 'url' | 'accessToken'>,
  {
    component = pipedrive,
    account = clientOf(component, url, accessToken),
    answer,
    spent = async usedToday => ({ usedToday }),
    ...choice
  }: AgentOptions = {},
) => {
  const tools = toolsOf(component, choice)
  const server = createServer(sdk, { ...choice, client: account, tools, spent })
  const [near, far] = InMemoryTransport.createLinkedPair()
  await server.connect(far)
  const capabilities = answer ? { elicitation: {} } : {}
  const client = new Client({ name: 'test', version: '1' }, { capabilities })
  if (answer)
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => ({
      action: answer(params.message),
      content: {},
    }))
  await client.connect(near)
  // The client holds every answer against the schema that was listed.
  await client.listTools()
  return {
    client,
    /** Throws where the answer does not fit the tool's output schema. */
    call: async (name: string, given: Arguments = {}, options?: CallOptions) =>
      (await client.callTool({ name, arguments: given }, undefined, options)) as CallToolResult,
    async close() {
      await client.close()
      await account.close()
    },
  }
}

export type Agent = Awaited<ReturnType<typeof openAgent>>

export const textOf = ({ content }: CallToolResult): string =>
  content.map(block => (block.type === 'text' ? block.text : '')).join('\n')
