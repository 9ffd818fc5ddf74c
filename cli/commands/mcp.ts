import { InputError } from '../../definitions/index.ts'
import { serveHttp, serveStdio, toolsOf, type Tool } from '../../hosts/mcp/index.ts'
import { component } from '../component.ts'
import { waitForSignal, withConnection, type ConnectionTarget } from '../connect.ts'
import { info, print, printJson } from '../output.ts'

interface McpOptions extends ConnectionTarget {
  readonly http?: true
  readonly port?: number
  readonly readOnly?: true
  readonly only?: string
  readonly allow?: 'delete'
  readonly maxBytes?: number
  readonly list?: true
  readonly json?: boolean
}

/** Reached by browsers of this machine at their own risk; clients are set up with it once. */
const usualPort = 4790

/** Offers the actions to agents as tools: to the program that has started it, or over HTTP. */
export const mcp = async (options: McpOptions): Promise<void> => {
  const { http, port, list, json = false, readOnly = false, allow, maxBytes } = options
  if (port !== undefined && !http) throw new InputError('--port', 'belongs to --http')
  if (readOnly && allow === 'delete')
    throw new InputError('', 'give either --read-only or --allow delete')
  const only = options.only?.split(',').map(word => word.trim())
  const choice = { readOnly, allowDelete: allow === 'delete', ...(only && { only }) }
  const tools = toolsOf(component, choice)
  if (list) return printTools([...tools.values()], json)
  await withConnection(options, async ({ client, spent }, signal) => {
    const given = { ...choice, client, tools, spent, ...(maxBytes !== undefined && { maxBytes }) }
    if (!http) {
      info(`${tools.size} tools on standard input and output`)
      return serveStdio(given, signal)
    }
    const { url, close } = await serveHttp(given, port ?? usualPort)
    if (json) printJson({ url, tools: [...tools.keys()] })
    else print(url)
    await waitForSignal()
    await close()
  })
}

/** Every agent reads all of it at the beginning of each conversation. */
const printTools = (tools: readonly Tool[], json: boolean): void => {
  const listings = tools.map(({ listing }) => listing)
  if (json) return printJson({ tools: listings })
  const line = (name: string, value: unknown) =>
    print(`${name.padEnd(28)}${String(Buffer.byteLength(JSON.stringify(value))).padStart(6)} bytes`)
  for (const listing of listings) line(listing.name, listing)
  line(`${listings.length} tools`, listings)
}
