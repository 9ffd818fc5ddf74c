import type { Dispatcher, Pool } from 'undici'

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
 * Connections to one origin. undici's own clients call themselves busy when they have refused a
 * request, and since nothing has been sent, they never say that they are free again.
 */
export const openPool = async (origin: string): Promise<Pool> => {
  const { Client, Pool } = await import('#undici')
  class HonestClient extends Client {
    override dispatch(
      options: Dispatcher.DispatchOptions,
      handler: Dispatcher.DispatchHandler,
    ): boolean {
      const before = this.stats.size
      return super.dispatch(options, handler) || this.stats.size === before
    }
  }
  const pool = new Pool(origin, {
    ...limits,
    factory: (url, options) => new HonestClient(url, options),
  })
  return pool.on('connectionError', (_origin, _targets, error: Error) => {
    unconnected.add(error)
  })
}
