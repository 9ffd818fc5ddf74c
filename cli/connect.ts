import { pipedrive } from '../component/index.ts'
import { ComponentError, InputError } from '../definitions/index.ts'
import { isLoopback, openClient, trustedOrigin, type Client } from '../runtime/index.ts'

export interface Where {
  readonly sandbox?: true
  readonly url?: string
}

export interface Connected {
  readonly client: Client
  readonly origin: string
  close(): Promise<void>
}

/** A client for the sandbox of this command, for a running one, or for a real account. */
export const connect = async ({ sandbox, url }: Where): Promise<Connected> => {
  if (sandbox && url !== undefined)
    throw new InputError('', 'give either --sandbox or --url, not both')
  if (sandbox) return connectSandbox()
  if (url === undefined)
    throw new InputError(
      '',
      'it is not said where to connect to',
      'Add --sandbox, or --url https://company.pipedrive.com with PIPEDRIVE_ACCESS_TOKEN set.',
    )
  const accessToken = process.env['PIPEDRIVE_ACCESS_TOKEN']
  if (!accessToken)
    throw new ComponentError('PIPEDRIVE_ACCESS_TOKEN is not set', {
      recovery: 'reconnect',
      hint: 'Put the access token of the account into that environment variable.',
    })
  const origin = originOf(url)
  const client = openClient({
    tokens: { accessToken, apiDomain: origin },
    allowLoopback: isLoopback(origin),
  })
  return { client, origin, close: () => client.close() }
}

const originOf = (url: string): string => {
  try {
    return trustedOrigin(url, pipedrive.connection, isLoopback(url))
  } catch (error) {
    throw new InputError('--url', error instanceof Error ? error.message : 'is no address')
  }
}

const connectSandbox = async (): Promise<Connected> => {
  const { startSandbox } = await import('../sandbox/index.ts')
  const sandbox = await startSandbox()
  const client = openClient({
    tokens: { accessToken: sandbox.accessToken, apiDomain: sandbox.url },
    allowLoopback: true,
  })
  return {
    client,
    origin: sandbox.url,
    async close() {
      await client.close()
      await sandbox.close()
    },
  }
}

/** Work with a connection that ends when the work does, or at Ctrl-C. */
export const withConnection = async (
  where: Where,
  work: (connected: Connected, signal: AbortSignal) => Promise<void>,
): Promise<void> => {
  const connected = await connect(where)
  const abort = new AbortController()
  const stop = () => abort.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await work(connected, abort.signal)
  } finally {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
    await connected.close()
  }
}
