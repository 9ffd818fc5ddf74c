import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface AlertTarget {
  readonly url: string
  readonly received: { readonly headers: IncomingHttpHeaders; readonly body: unknown }[]
  /** What it answers from now on. */
  answer(status: number): void
}

/** Where a chat service would take alerts, until the test ends. Its path is as secret as theirs. */
export const openAlertTarget = async (): Promise<AlertTarget> => {
  const received: AlertTarget['received'] = []
  let status = 200
  const server = createServer((request, response) => {
    void text(request).then(body => {
      received.push({ headers: request.headers, body: JSON.parse(body) as unknown })
      response.writeHead(status, { location: '/elsewhere' }).end('ok')
    })
  })
  onTestFinished(() => void server.close())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/services/hidden-token`,
    received,
    answer: given => void (status = given),
  }
}
