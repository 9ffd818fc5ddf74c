import { createHash } from 'node:crypto'

export interface UsageEntry {
  readonly method: string
  /** The path's template, as in `/api/v2/deals/{id}`. */
  readonly path: string
  readonly status: number
  readonly tokens: number
  /** Which access token, without giving it away. */
  readonly token: string
}

const maxEntries = 20_000
const shortOf = (token: string) => createHash('sha256').update(token).digest('hex').slice(0, 8)

/** What every answered call has cost. */
export const createUsage = () => {
  let entries: UsageEntry[] = []
  let total = 0
  let calls = 0
  const perToken = new Map<string, number>()
  return {
    add: (entry: UsageEntry) => {
      const token = shortOf(entry.token)
      entries.push({ ...entry, token })
      if (entries.length > maxEntries) entries = entries.slice(-maxEntries / 2)
      calls += 1
      total += entry.tokens
      perToken.set(token, (perToken.get(token) ?? 0) + entry.tokens)
    },
    read: () => ({ total, calls, perToken: Object.fromEntries(perToken), entries }),
    clear: () => {
      entries = []
      total = 0
      calls = 0
      perToken.clear()
    },
  }
}
export type Usage = ReturnType<typeof createUsage>
