import { component } from './component.ts'
import { ComponentError, InputError } from '../definitions/index.ts'
import { isLoopback, openClient, trustedOrigin, type Client } from '../runtime/index.ts'

export interface ConnectionTarget {
  readonly sandbox?: true
  readonly url?: string
  /** The name of a stored connection. */
  readonly connection?: string
}

export interface Connected {
  readonly client: Client
  readonly origin: string
  /** What the account's daily budget has been used for, after a call that has cost `tokenCost`. */
  spent(tokenCost: number): Promise<Spent>
  close(): Promise<void>
}

export interface Spent {
  readonly usedToday: number
  /** Absent where the plan of the account is not known. */
  readonly tokensPerDay?: number
}

/** Adds up what this program has spent, where no other is known to spend. */
const spentHere = () => {
  let usedToday = 0
  return async (tokenCost: number): Promise<Spent> => ({ usedToday: (usedToday += tokenCost) })
}

/** A client for the sandbox of this command, for a running one, or for a real account. */
export const connect = async ({
  sandbox,
  url,
  connection,
}: ConnectionTarget): Promise<Connected> => {
  if ([sandbox, url, connection].filter(given => given !== undefined).length > 1)
    throw new InputError('', 'give one of --sandbox, --connection and --url, not both')
  if (connection !== undefined) return connectStored(connection)
  if (sandbox) return connectSandbox()
  if (url === undefined)
    throw new InputError(
      '',
      'no connection given',
      'Add --sandbox, --connection with the name of one made by `connect`, or --url with the address of an account.',
    )
  const accessToken = process.env['PIPEDRIVE_ACCESS_TOKEN']
  if (!accessToken)
    throw new ComponentError('PIPEDRIVE_ACCESS_TOKEN is not set', {
      recovery: 'reconnect',
      hint: 'Put the access token of the account into that environment variable.',
    })
  const origin = originOf(url)
  const client = openClient({
    component,
    tokens: { accessToken, apiDomain: origin },
    allowLoopback: isLoopback(origin),
  })
  return { client, origin, spent: spentHere(), close: () => client.close() }
}

const originOf = (url: string): string => {
  try {
    return trustedOrigin(url, component.connection, isLoopback(url))
  } catch (error) {
    throw new InputError('--url', error instanceof Error ? error.message : 'is no address')
  }
}

const connectStored = async (name: string): Promise<Connected> => {
  const { openStore } = await import('../runtime/store/index.ts')
  const { connectionNamed, openConnection, usageOf } =
    await import('../runtime/connections/index.ts')
  const store = await openStore({ component })
  try {
    const connection = await connectionNamed(store, name)
    const client = await openConnection(store, connection)
    const close = async () => {
      await client.close()
      store.close()
    }
    const { id, apiDomain, plan, seats } = connection
    const spent = async (tokenCost: number) => {
      const [latest] = await usageOf(store, id)
      const isToday = latest?.day === new Date(store.now()).toISOString().slice(0, 10)
      // Its own calls are written down a little later.
      const usedToday = Math.max(isToday ? latest.tokenCost : 0, tokenCost)
      const perSeat = component.budget.plans.find(({ name }) => name === plan)?.tokensPerSeat
      return { usedToday, ...(perSeat !== undefined && { tokensPerDay: perSeat * (seats ?? 1) }) }
    }
    return { client, origin: apiDomain, spent, close }
  } catch (error) {
    store.close()
    throw error
  }
}

const connectSandbox = async (): Promise<Connected> => {
  const { startSandbox } = await import('../sandbox/index.ts')
  const sandbox = await startSandbox()
  const client = openClient({
    component,
    tokens: { accessToken: sandbox.accessToken, apiDomain: sandbox.url },
    allowLoopback: true,
  })
  return {
    client,
    origin: sandbox.url,
    spent: spentHere(),
    async close() {
      await client.close()
      await sandbox.close()
    },
  }
}

/** Work with a connection that ends when the work does, or at Ctrl-C. */
export const withConnection = async (
  where: ConnectionTarget,
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

/** Ends at Ctrl-C, or when the system asks the process to end. */
export const waitForSignal = (): Promise<void> =>
  new Promise(resolve => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
