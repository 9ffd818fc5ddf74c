import { once } from 'node:events'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type * as Sdk from './sdk.d.ts'
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
  const transport = new sdk.StdioServerTransport(stdin, stdout)
  await server.connect(transport)
  const answered = watchAnswers(transport)
  const inputEnded = Promise.race(ended).then(() => Promise.race([answered(), late()]))
  await Promise.race([inputEnded, closed, signal.aborted || aborted])
  ends.abort()
  await server.close()
}

/** Calls that were made before the input ended have this time to be answered. */
const late = () => setTimeout(10_000, undefined, { ref: false })

/** Resolves as soon as no request is without its answer. */
const watchAnswers = (transport: Sdk.StdioServerTransport): (() => Promise<void>) => {
  const open = new Set<unknown>()
  let settle = () => {}
  const { onmessage } = transport
  const send = transport.send.bind(transport)
  transport.onmessage = message => {
    if ('method' in message && 'id' in message) open.add(message.id)
    onmessage?.(message)
  }
  transport.send = async message => {
    await send(message)
    if (!('method' in message)) open.delete(message.id)
    if (open.size === 0) settle()
  }
  return async () => {
    // Messages that have come with the end are heard first.
    await setImmediate()
    if (open.size > 0) await new Promise<void>(resolve => (settle = resolve))
  }
}
