import { setTimeout } from 'node:timers/promises'
import { openClient, type Client, type ClientOptions } from '../index.ts'
import { addUsage } from './usage.ts'
import type { Connection } from './connections.ts'
import { openPresence } from './presence.ts'
import { sharedAnswers, type Store } from '../store/index.ts'
import { currentTokens, refreshStoredTokens } from './tokens.ts'

/** Milliseconds in which the last use is written down, or not at all. */
const closeTimeoutMs = 500

/** A client of a stored connection: it refreshes by itself, and its use is written down. */
export const openConnection = async (
  store: Store,
  { id, server }: Connection,
  more: Pick<ClientOptions, 'timing'> = {},
): Promise<Client> => {
  const presence = openPresence(store, id)
  const { close: closeAnswers, ...shared } = sharedAnswers(store, id)
  const client = openClient({
    ...more,
    clients: presence.clients,
    component: store.component,
    wallClock: store.now,
    tokens: await currentTokens(store, id),
    refresh: used => refreshStoredTokens(store, id, used),
    allowLoopback: server !== null,
    shared,
  })
  let calls = 0
  let tokenCost = 0
  const write = async () => {
    if (calls === 0) return
    const spent = { calls, tokenCost }
    calls = tokenCost = 0
    await addUsage(store, id, spent)
  }
  const timer = setInterval(() => void write().catch(() => {}), 1_000).unref()
  return {
    ...client,
    sender({ onRequest, ...options }) {
      const send = client.sender({
        ...options,
        onRequest: record => {
          calls++
          tokenCost += record.tokenCost
          onRequest(record)
        },
      })
      return async (request, signal) => {
        await presence.enter()
        return send(request, signal)
      }
    },
    async close() {
      clearInterval(timer)
      await client.close()
      // A store that another program has locked keeps no program from ending.
      const ended = Promise.all([presence.leave(), write().catch(() => {}), closeAnswers()])
      const late = new AbortController()
      await Promise.race([ended, setTimeout(closeTimeoutMs, undefined, late).catch(() => {})])
      late.abort()
    },
  }
}
