import type { Dispatcher } from 'undici'
import { NotSentError, type HttpResponse } from '../definitions/index.ts'
import type { Signal } from '../engine/index.ts'

export interface Answer extends Omit<HttpResponse, 'body'> {
  readonly text: string
}

/**
 * One exchange by undici's lowest interface, as its `request` makes a stream for each. Resolves to
 * undefined as soon as the signal aborts, also while the request waits for a connection. An answer
 * that comes byte by byte does not take for ever.
 */
export const exchange = (
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: Signal | undefined,
  timeoutMs: number,
): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let head: Omit<Answer, 'text'> | undefined
    const chunks: Buffer[] = []
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      stopListening()
      const late = `no answer was complete within ${timeoutMs / 1000} s`
      reject(controller ? new Error(late) : new NotSentError('no connection was free', late))
      controller?.abort(gaveUp)
    }, timeoutMs).unref()
    const abort = () => {
      clearTimeout(timer)
      resolve(undefined)
      controller?.abort(gaveUp)
    }
    const stopListening = () => {
      clearTimeout(timer)
      signal?.removeEventListener?.('abort', abort)
    }
    if (signal?.aborted) return abort()
    signal?.addEventListener?.('abort', abort)
    dispatcher.dispatch(request, {
      onRequestStart(started) {
        controller = started
        if (isLate || signal?.aborted) abort()
      },
      onResponseStart(_controller, status, headers) {
        // One below 200 only announces another.
        if (status >= 200) head = { status, headers: flat(headers) }
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk)
      },
      onResponseEnd() {
        stopListening()
        if (head) resolve({ ...head, text: decoded(chunks) })
      },
      onResponseError(_controller, error) {
        stopListening()
        reject(error)
      },
    })
  })

const gaveUp = new Error('the caller gave up')

const byteOrderMark = '\uFEFF'

const decoded = (chunks: readonly Buffer[]): string => {
  const [first, ...others] = chunks
  const text = (first && others.length === 0 ? first : Buffer.concat(chunks)).toString()
  return text.startsWith(byteOrderMark) ? text.slice(1) : text
}

const flat = (
  received: Readonly<Record<string, string | string[] | undefined>>,
): HttpResponse['headers'] => {
  const headers: Record<string, string> = {}
  for (const [name, value = ''] of Object.entries(received))
    headers[name] = typeof value === 'string' ? value : value.join(', ')
  return headers
}
