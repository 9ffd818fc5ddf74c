import { isDeepStrictEqual } from 'node:util'
import type { HttpRequest } from '../../definitions/index.ts'
import { requestTarget } from '../../engine/index.ts'
import { openServer, type Heard } from '../runtime/server.ts'
import { responseOf, type Call, type Transcript } from '../transcripts/replay.ts'

/** A Pipedrive that knows one conversation. */
export const openReplay = async ({ exchange }: Pick<Transcript, 'exchange'>) => {
  const left = exchange.flat()
  const unexpected: string[] = []
  const answered: Call[] = []
  const server = await openServer((answer, heard) => {
    const at = left.findIndex(call => isSame(call, heard))
    const [call] = at < 0 ? [] : left.splice(at, 1)
    if (!call) {
      unexpected.push(`${heard.method} ${heard.url} ${heard.body}`)
      return answer.writeHead(501).end('{"success":false,"error":"not in the transcript"}')
    }
    answered.push(call)
    const { status, headers, body } = responseOf(call)
    const isText = typeof body === 'string'
    answer
      .writeHead(status, {
        'content-type': isText ? 'text/html' : 'application/json; charset=utf-8',
        ...headers,
      })
      .end(isText ? body : JSON.stringify(body))
  })
  return {
    url: server.url,
    /** Calls that the transcript has not, and calls of it that did not come. */
    differences: () => [
      ...unexpected.map(call => `unexpected: ${call}`),
      ...left
        .filter(call => !isReused(call, answered))
        .map(({ request }) => `missing: ${JSON.stringify(request)}`),
    ],
    close: () => server.close(),
  }
}

/** An answer that may be used again need not be asked for twice. */
const isReused = ({ request }: Call, answered: readonly Call[]): boolean =>
  (request as HttpRequest).reuse !== undefined &&
  (request as HttpRequest).fresh !== true &&
  answered.some(call => targetOf(call) === targetOf({ request }))

/** What is reused is known by its address, however it is read. */
const targetOf = ({ request }: Call): string => requestTarget(request as HttpRequest)

/** Both by what goes over the wire. Several hosts send no body with a GET, and some an empty one. */
const isSame = ({ request }: Call, heard: Heard): boolean => {
  const wanted = request as HttpRequest
  const body: unknown = heard.body === '' ? undefined : JSON.parse(heard.body)
  return (
    wanted.method === heard.method &&
    sorted(requestTarget(wanted)) === sorted(heard.url) &&
    isDeepStrictEqual(JSON.parse(JSON.stringify(wanted.body ?? null)), body ?? null)
  )
}

/** A path with its parameters in one order and one encoding. */
const sorted = (target: string): string => {
  const { pathname, searchParams } = new URL(target, 'http://localhost')
  searchParams.sort()
  return `${decodeURIComponent(pathname)}?${searchParams.toString()}`
}
