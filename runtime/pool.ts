import type { Dispatcher, Pool } from 'undici'
import { proxiesOf } from './proxy.ts'

const limits = {
  connections: 16,
  connect: { timeout: 5_000 },
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  maxResponseSize: 64 * 1024 * 1024,
}

const unconnected = new WeakSet<object>()

/** Whether it came up before there was a connection, so that no request can have left. */
export const isConnectError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && unconnected.has(error)

/**
 * Connections to one origin, through the proxy that the environment names for it. undici's own
 * clients call themselves busy when they have refused a request, and since nothing has been sent,
 * they never say that they are free again.
 */
export const openPool = async (origin: string): Promise<Dispatcher> => {
  const { Client, EnvHttpProxyAgent, Pool } = await import('#undici')
  class HonestClient extends Client {
    override dispatch(
      options: Dispatcher.DispatchOptions,
      handler: Dispatcher.DispatchHandler,
    ): boolean {
      const before = this.stats.size
      return super.dispatch(options, handler) || this.stats.size === before
    }
  }
  const poolOf = (to: string | URL, options: Pool.Options) =>
    new Pool(to, { ...options, factory: (url, more) => new HonestClient(url, more) }).on(
      'connectionError',
      (_origin, _targets, error: Error) => {
        unconnected.add(error)
      },
    )
  const proxies = proxiesOf(process.env)
  if (!proxies) return poolOf(origin, limits)
  return new EnvHttpProxyAgent({
    ...limits,
    ...proxies,
    proxyTls: limits.connect,
    factory: poolOf,
    // A proxy has as long for a tunnel as a server for a connection.
    clientFactory: (url, options) =>
      new Pool(url, { ...options, headersTimeout: limits.connect.timeout }),
  })
}
