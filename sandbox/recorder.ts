/** One call and its answer, as a contract test wants to see it. */
export interface Exchange {
  readonly method: string
  /** As it was called, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly status: number
  readonly responseBody: unknown
}

const parse = (payload: unknown): unknown => {
  if (typeof payload !== 'string') return undefined
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}

/** Records only on request, as exchanges take memory. */
export const createRecorder = (listener?: (exchange: Exchange) => void) => {
  let kept: Exchange[] | undefined
  return {
    get active() {
      return kept !== undefined || listener !== undefined
    },
    record: (on: boolean) => void (kept = on ? [] : undefined),
    read: () => kept ?? [],
    add: (exchange: Omit<Exchange, 'responseBody'>, payload: unknown) => {
      const whole = { ...exchange, responseBody: parse(payload) }
      kept?.push(whole)
      listener?.(whole)
    },
  }
}
export type Recorder = ReturnType<typeof createRecorder>
