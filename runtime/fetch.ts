import type { Method } from '../definitions/index.ts'
import { exchange } from './exchange.ts'
import { openPool } from './pool.ts'
import { toSendError } from './sendErrors.ts'

/** Callers that want an answer earlier say so by their signal. */
const maxMs = 60_000

interface Request {
  readonly method: Method
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | URLSearchParams | null | undefined
  readonly signal?: AbortSignal | null | undefined
}

/**
 * One request by the runtime's own connections, with their proxy, timeouts and errors. Redirects are
 * not followed.
 */
export const fetchOnce = async (
  url: string,
  { method, headers, body, signal }: Request,
): Promise<Response> => {
  const { origin, pathname, search } = new URL(url)
  const pool = await openPool(origin)
  try {
    const path = pathname + search
    const text = body?.toString() ?? null
    const request = { origin, path, method, headers: { ...headers }, body: text }
    const answer = await exchange(pool, request, signal ?? undefined, maxMs)
    if (!answer) throw signal?.reason
    const { status, headers: received } = answer
    return new Response(answer.text || null, { status, headers: received })
  } catch (error) {
    throw toSendError(error, origin)
  } finally {
    await pool.destroy()
  }
}
