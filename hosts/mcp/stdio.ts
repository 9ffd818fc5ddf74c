import { once } from 'node:events'
import { createServer, type ServerOptions } from './server.ts'

/** Serves one agent on standard input and output, until either ends or the signal aborts. */
export const serveStdio = async (options: ServerOptions, signal: AbortSignal): Promise<void> => {
  const sdk = await import('#mcp')
  const { stdin, stdout } = process
  const server = createServer(sdk, options)
  const ends = new AbortController()
  const ended = ['end', 'close', 'error'].map(name => once(stdin, name, ends).catch(() => {}))
  const aborted = once(signal, 'abort', ends).catch(() => {})
  const closed = new Promise<void>(resolve => (server.onclose = resolve))
  await server.connect(new sdk.StdioServerTransport(stdin, stdout))
  await Promise.race([...ended, closed, signal.aborted || aborted])
  ends.abort()
  await server.close()
}
