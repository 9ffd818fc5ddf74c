import http from 'node:http'
import https from 'node:https'
import net from 'node:net'

export interface Sender {
  /** The status of the answer; rejects when there is none. */
  post(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    signal: AbortSignal,
  ): Promise<number>
  close(): void
}

export const createSender = (): Sender => {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  }
  return {
    post: (url, headers, body, signal) =>
      new Promise((resolve, reject) => {
        const secure = url.protocol === 'https:'
        const options = {
          method: 'POST',
          headers,
          signal,
          agent: agents[secure ? 'https:' : 'http:'],
        }
        const request = (secure ? https : http).request(url, options, response => {
          response.resume()
          response.on('error', reject)
          response.on('end', () => resolve(response.statusCode ?? 0))
        })
        request.on('error', reject)
        request.end(body)
      }),
    close: () => {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

/** Whether something listens there; that is all Pipedrive's own message lets one conclude. */
export const isReachable = (url: URL) =>
  new Promise<boolean>(resolve => {
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
    const socket = net.connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port, timeout: 3000 })
    const finish = (reachable: boolean) => {
      socket.destroy()
      resolve(reachable)
    }
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
    socket.once('timeout', () => finish(false))
  })
