import type { HttpRequest, HttpResponse, Send } from '../definitions/index.ts'
import { heeding, isAbort } from './abort.ts'

export interface Entry {
  readonly at: number
  readonly response: Promise<HttpResponse>
}

/**
 * Answers requests that may be reused. One cache belongs to one connection, so that accounts
 * never see each other's lists; equal requests under way at once are made once.
 */
export const reusing = (send: Send, entries: Map<string, Entry>, now: () => number): Send => {
  const reuse: Send = async (request, signal) => {
    if (request.reuse === undefined) return send(request, signal)
    const key = keyOf(request)
    const entry = entries.get(key)
    if (entry && !request.fresh && now() - entry.at < request.reuse * 1000) {
      try {
        const { headers, ...response } = await heeding(entry.response, signal)
        return { ...response, headers: { ...headers, age: seconds(now() - entry.at) } }
      } catch (error) {
        // Who asked first has given up; that is no reason for others to fail.
        if (isAbort(error) && !signal?.aborted) return reuse(request, signal)
        throw error
      }
    }
    const response = send(request, signal)
    entries.set(key, { at: now(), response })
    const forget = () => entries.get(key)?.response === response && entries.delete(key)
    response.then(({ status }) => status === 200 || forget(), forget)
    return response
  }
  return reuse
}

const seconds = (milliseconds: number) => String(Math.floor(milliseconds / 1000))

const keyOf = ({ method, path, params, query }: HttpRequest) =>
  JSON.stringify([method, path, params, query])
