import type { UncertainWrite } from '../../definitions/index.ts'
import type { RequestRecord } from '../requests/client.ts'

export interface Cost {
  readonly requests: readonly RequestRecord[]
  /** Sum of the costs of the requests, in tokens of the account's daily budget. */
  readonly tokenCost: number
  readonly ms: number
}

export interface UncertainCall extends UncertainWrite {
  readonly call: string
  /** A success whose answer may have lacked the record. */
  readonly isAnswered: boolean
}

/** Adds up what a step costs. */
export interface Meter {
  record(request: RequestRecord): void
  cost(): Cost
  /** The first write of unknown outcome, or whose answer only its reader can judge. */
  uncertainWrite(): UncertainCall | undefined
}

/** `now` is in milliseconds of a monotonic clock. */
export const createMeter = (
  now: () => number,
  onRequest?: (record: RequestRecord) => void,
): Meter => {
  const start = now()
  const requests: RequestRecord[] = []
  let uncertain: UncertainCall | undefined
  return {
    record(request) {
      requests.push(request)
      uncertain ??= uncertainCall(request, now)
      onRequest?.(request)
    },
    uncertainWrite: () => uncertain,
    cost: () => ({
      requests,
      tokenCost: requests.reduce((sum, { tokenCost }) => sum + tokenCost, 0),
      ms: Math.round(now() - start),
    }),
  }
}

/** The write that a request was, unless it was refused. */
const uncertainCall = (
  { method, path, status, ms }: RequestRecord,
  now: () => number,
): UncertainCall | undefined => {
  const refused = status !== null && status >= 300 && status < 500
  if (method === 'GET' || method === 'DELETE' || refused) return undefined
  const start = now() - ms
  return {
    call: `${method} ${path}`,
    isAnswered: status !== null && status < 300,
    elapsedMs: () => now() - start,
    sentAt: Date.now() - ms,
  }
}
