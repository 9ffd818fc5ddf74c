import { dropOldest, type HttpRequest, type HttpResponse } from '../../definitions/index.ts'
import { abortable, isAbort } from './abort.ts'
import type { Send, SendSync } from './send.ts'

interface Entry<Response> {
  readonly at: number
  readonly response: Response
}
export type Cache = Map<string, Entry<Promise<HttpResponse>>>
export type CacheSync = Map<string, Entry<HttpResponse>>

/** Answers to `shared` requests that outlive the process, of one connection. Nothing here rejects. */
export interface SharedAnswers {
  find(key: string): Promise<SharedAnswer | undefined>
  keep(key: string, response: HttpResponse): void
  /** Those whose key begins with this. */
  forget(prefix: string): Promise<void>
}

interface SharedAnswer {
  readonly response: HttpResponse
  readonly ageMs: number
}

/**
 * Answers requests that may be reused. One cache belongs to one connection, so that accounts
 * never see each other's lists; equal requests in flight at once are made once.
 */
export const cached = (
  send: Send,
  cache: Cache,
  now: () => number,
  shared?: SharedAnswers,
): Send => {
  /** Another request may fill the cache while this one looks into the answers of other processes. */
  const fetchShared = async (request: HttpRequest, key: string) => {
    const found = await shared?.find(key)
    if (!found || isFresh(request, cache.get(key), now())) return
    remember(cache, key, { at: now() - found.ageMs, response: Promise.resolve(found.response) })
  }
  const reuse: Send = async (request, signal) => {
    if (request.method !== 'GET')
      return send(request, signal).finally(() => {
        const list = forgetLike(cache, request)
        return shared?.forget(list)
      })
    if (request.reuse === undefined) return send(request, signal)
    const key = keyOf(request)
    const isShared = shared !== undefined && request.shared === true
    if (isShared && !request.fresh && !isFresh(request, cache.get(key), now()))
      await fetchShared(request, key)
    const entry = cache.get(key)
    if (isFresh(request, entry, now())) {
      try {
        return withAge(await abortable(entry.response, signal), now() - entry.at)
      } catch (error) {
        // The first caller gave up; that is no reason for others to fail.
        if (isAbort(error) && !signal?.aborted) return reuse(request, signal)
        throw error
      }
    }
    const response = send(request, signal)
    remember(cache, key, { at: now(), response })
    const forget = () => cache.get(key)?.response === response && cache.delete(key)
    response.then(answer => {
      if (answer.status !== 200) forget()
      else if (isShared) shared.keep(key, answer)
    }, forget)
    return response
  }
  return reuse
}

/** The same without promises. */
export const cachedSync =
  (send: SendSync, cache: CacheSync, now: () => number): SendSync =>
  request => {
    if (request.method !== 'GET') {
      try {
        return send(request)
      } finally {
        forgetLike(cache, request)
      }
    }
    if (request.reuse === undefined) return send(request)
    const key = keyOf(request)
    const entry = cache.get(key)
    if (isFresh(request, entry, now())) return withAge(entry.response, now() - entry.at)
    const response = send(request)
    if (response.status === 200) remember(cache, key, { at: now(), response })
    else cache.delete(key)
    return response
  }

const maxEntries = 500

const remember = <E>(cache: Map<string, E>, key: string, entry: E): void => {
  cache.delete(key)
  cache.set(key, entry)
  dropOldest(cache, maxEntries)
}

/** What a write may have changed: the list that its path stands in, and everything below; its keys begin so. */
const forgetLike = (cache: Map<string, unknown>, { path }: HttpRequest): string => {
  // A placeholder, a number, a UUID or the key of a field.
  const list = `GET ${path.replace(/\/(\{|\d|[0-9a-f]{8}).*$/, '')}`
  for (const key of cache.keys()) if (key.startsWith(list)) cache.delete(key)
  return list
}

const isFresh = <R>(
  { reuse = 0, fresh }: HttpRequest,
  entry: Entry<R> | undefined,
  now: number,
): entry is Entry<R> => entry !== undefined && !fresh && now - entry.at < reuse * 1000

/** https://www.rfc-editor.org/rfc/rfc9111#section-5.1 */
const withAge = ({ headers, ...response }: HttpResponse, ageMs: number): HttpResponse => ({
  ...response,
  headers: { ...headers, age: String(Math.floor(ageMs / 1000)) },
})

const keyOf = ({ method, path, params, query }: HttpRequest) =>
  `${method} ${path} ${JSON.stringify([params, query])}`
