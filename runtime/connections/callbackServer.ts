import { createServer, type ServerResponse } from 'node:http'
import { InputError } from '../../definitions/index.ts'
import { withServerErrors, requestUrl, isExpectedHost, listenOn } from '../serve.ts'

/** The address of this machine that the OAuth app has to name. */
export const defaultCallback = 'http://127.0.0.1:47813/callback'

export interface CallbackOptions {
  /** Requests with another one are answered 400 and not heard. */
  readonly state?: string
  /** Where the browser is sent on to; it is told to go on in the terminal when absent. */
  readonly landing?: string
}

/** An address that hears of one authorization. */
export interface Callback {
  readonly redirectUri: string
  readonly arrived: Promise<URL>
  close(): void
}

/** Listens at an address; port 0 takes a free one. Throws an `InputError` where it can’t. */
export const openCallback = async (
  address: string,
  { state, landing }: CallbackOptions = {},
): Promise<Callback> => {
  const { hostname, port, pathname } = new URL(address)
  let resolveArrived = (_: URL): void => {}
  const arrived = new Promise<URL>(resolve => {
    resolveArrived = resolve
  })
  const server = createServer(
    withServerErrors((request, response) => {
      const url = requestUrl(request.url, origin)
      if (request.method !== 'GET' || url?.pathname !== pathname)
        return page(response, 404, 'There is nothing here.')
      if (!isExpectedHost(request, [new URL(origin).host]))
        return page(response, 403, 'This is not the address that the app names.')
      if (state !== undefined && url.searchParams.get('state') !== state)
        return page(response, 400, 'This answer is to another question. Start again.')
      if (landing === undefined) page(response, 200, closingSentence(url))
      else response.writeHead(302, { location: landing }).end()
      resolveArrived(url)
    }),
  )
  const listeningPort = await listenOn(
    server,
    { hostname, port: Number(port || 80) },
    code =>
      new InputError(
        'callback',
        `nothing can listen at ${address} (${code})`,
        'Stop the program that uses this port, or give the app another callback and use that one.',
      ),
  )
  const origin = `http://${hostname}:${listeningPort}`
  return {
    redirectUri: new URL(pathname, origin).href,
    arrived,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const closingSentence = (url: URL) =>
  url.searchParams.has('error')
    ? 'Access was not granted. This page can be closed.'
    : 'Go on in the terminal; this page can be closed.'

const page = (response: ServerResponse, status: number, sentence: string) => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence)
}
