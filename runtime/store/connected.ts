import { openClient, type Client } from '../client.ts'
import { addUsage } from './usage.ts'
import { type Connection } from './connections.ts'
import type { Store } from './open.ts'
import { currentTokens, renewTokens } from './tokens.ts'

/** A client of a stored connection: it refreshes by itself, and its use is written down. */
export const openConnection = async (
  store: Store,
  { id, server }: Connection,
  more: Pick<Parameters<typeof openClient>[0], 'patience'> = {},
): Promise<Client> => {
  const client = openClient({
    patience: { now: store.now, ...more.patience },
    tokens: await currentTokens(store, id),
    refresh: used => renewTokens(store, id, used),
    allowLoopback: server !== null,
  })
  let calls = 0
  let tokens = 0
  const write = async () => {
    if (calls === 0) return
    const spent = { calls, tokens }
    calls = tokens = 0
    await addUsage(store, id, spent)
  }
  const timer = setInterval(() => void write().catch(() => {}), 1_000).unref()
  return {
    sender: report =>
      client.sender(record => {
        calls++
        tokens += record.tokens
        report(record)
      }),
    sleep: client.sleep,
    async close() {
      clearInterval(timer)
      await client.close()
      await write()
    },
  }
}
