import { pipedrive } from '../../../component/index.ts'
import { isRecord, member, memberAt } from '../../../definitions/index.ts'
import { findAction, optionsSource, type ErrorInfo } from '../../../engine/index.ts'
import { capabilities } from '../../../hosts/mcp/capabilities.ts'
import { finderOf, toolNameOf } from '../../../hosts/mcp/toolNames.ts'
import { openAgent, textOf, type Agent } from '../../hosts/mcp/agent.ts'
import type { ConformanceHost, HostError, HostResult, ListQuery, ListResult } from '../host.ts'
import { openAccount } from '../openAccount.ts'

/** The tools, called by the official client of the protocol over its transport in memory. */
export const host: ConformanceHost = {
  capabilities,
  casesAtOnce: 8,
  async start() {
    return {
      async connect(account) {
        const agent = await openAgent(account, { allowDelete: true, account: openAccount(account) })
        return {
          run: (action, input, { timeout } = {}) => run(agent, action, input, timeout),
          options: (action, path, query) => find(agent, action, path, query),
          enable: () => Promise.reject(new Error('agents receive no events')),
          close: () => agent.close(),
        }
      },
      async stop() {},
    }
  },
}

type Arguments = Readonly<Record<string, unknown>>

const call = async (
  agent: Agent,
  tool: string,
  given: Arguments,
  timeout?: number,
): Promise<{ readonly answer: Arguments } | { readonly error: HostError }> => {
  try {
    const result = await agent.call(tool, given, { ...(timeout !== undefined && { timeout }) })
    const { structuredContent = {} } = result
    if (!result.isError) return { answer: structuredContent }
    const { recovery, path } = structuredContent['error'] as ErrorInfo
    return {
      error: { recovery, message: textOf(result), ...(path !== undefined && { field: path }) },
    }
  } catch (error) {
    // The client itself gives up, or refuses the answer.
    return { error: { recovery: 'retry', message: String(error) } }
  }
}

const run = async (
  agent: Agent,
  name: string,
  input: unknown,
  timeout?: number,
): Promise<HostResult> => {
  const { list } = findAction(pipedrive, name)
  const given = isRecord(input) ? input : {}
  const tool = toolNameOf(name)
  if (list) return readOn(agent, tool, list.rows, given)
  const called = await call(agent, tool, given, timeout)
  if ('error' in called) return called
  const { warnings: _, resolved: __, ...output } = called.answer
  return { output, isWithoutNulls: true }
}

const maxRows = 500

/** A list in as many answers as it takes. */
const readOn = async (
  agent: Agent,
  tool: string,
  place: string,
  { limit, ...given }: Arguments,
): Promise<HostResult> => {
  const rows: unknown[] = []
  const wanted = limit === undefined || limit === null ? Number.POSITIVE_INFINITY : Number(limit)
  let position: Arguments = { limit: wanted > maxRows ? maxRows : limit }
  for (;;) {
    const called = await call(agent, tool, { ...given, ...position })
    if ('error' in called) return called
    const { next, warnings: _, resolved: __, ...output } = called.answer
    rows.push(...(memberAt(output, place) as readonly unknown[]))
    if (!isRecord(next) || rows.length >= wanted)
      return { output: withRows(output, place.split('.'), rows), isWithoutNulls: true }
    position = { cursor: next['cursor'], limit: Math.min(maxRows, wanted - rows.length) }
  }
}

const withRows = (
  output: unknown,
  [first, ...rest]: readonly string[],
  rows: readonly unknown[],
): unknown =>
  first === undefined
    ? rows
    : { ...Object(output), [first]: withRows(member(output, first), rest, rows) }

const find = async (
  agent: Agent,
  action: string,
  path: string,
  { search, cursor }: ListQuery,
): Promise<ListResult> => {
  const { tool, of } = finderOf(optionsSource(findAction(pipedrive, action), path).name)
  const called = await call(agent, tool, {
    ...(of !== undefined && { of }),
    ...(search !== undefined && { search }),
    ...(cursor !== undefined && { cursor }),
  })
  if ('error' in called) return called
  const { options, cursor: next } = called.answer as unknown as FoundOptions
  return { options, ...(next !== undefined && { next }) }
}

interface FoundOptions {
  readonly options: readonly { readonly label: string; readonly value: unknown }[]
  readonly cursor?: string
}
