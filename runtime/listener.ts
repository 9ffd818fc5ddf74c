import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { drive, type Trigger, type WebhookEvent } from '../definitions/index.ts'
import type { Client } from './client.ts'
import { outputWarnings, type Warning } from './validate.ts'

export interface TriggerEvent {
  readonly event: WebhookEvent
  /** The declared output. */
  readonly output: unknown
  readonly warnings: readonly Warning[]
}

export interface ListenerOptions {
  readonly client: Client
  /** Where Pipedrive reaches this machine, such as a tunnel; the loopback address when absent. */
  readonly publicUrl?: string
  readonly port?: number
  readonly onEvent: (event: TriggerEvent) => void
  readonly onError: (error: unknown) => void
}

export interface Listener {
  readonly webhookUrl: string
  /** Deletes the webhook and stops; events under way are finished first. */
  close(): Promise<void>
}

const largestBody = 1024 * 1024

/** Enables a trigger, receives its deliveries over HTTP, and completes each event once. */
export const listen = async (trigger: Trigger, options: ListenerOptions): Promise<Listener> => {
  const { client, onEvent, onError } = options
  const send = client.sender(() => {})
  const seen = new Set<string>()
  const working = new Set<Promise<void>>()
  let kept: unknown

  const complete = async (event: WebhookEvent) => {
    const output = await drive(trigger.complete(event), send)
    onEvent({ event, output, warnings: await outputWarnings(trigger, output) })
  }
  const receive = (request: IncomingMessage, body: unknown): number => {
    const delivery = { headers: flat(request.headers), body }
    const { status } = trigger.webhookValidate(delivery, kept)
    if (status !== 200) return status
    const event = trigger.webhookRequest(delivery, kept)
    if (event && !seen.has(event.id)) {
      seen.add(event.id)
      const work = complete(event).catch(onError)
      working.add(work)
      void work.finally(() => working.delete(work))
    }
    return 200
  }
  const path = `/webhooks/${trigger.name}/${randomBytes(8).toString('hex')}`
  const server = createServer((request, response) => {
    if (request.url !== path) return answer(response, 404)
    if (request.method !== 'POST') return answer(response, 405)
    if (kept === undefined) return answer(response, 503)
    readBody(request)
      .then(body => answer(response, receive(request, body)))
      .catch(() => answer(response, 400))
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const webhookUrl = new URL(path, options.publicUrl ?? origin(server.address())).href
  const stop = () => new Promise(resolve => server.close(resolve))
  try {
    const credentials = { user: secret(), password: secret() }
    kept = await drive(trigger.webhookEnable({ webhookUrl, ...credentials }), send)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    webhookUrl,
    async close() {
      await drive(trigger.webhookDisable(kept), send)
      server.closeIdleConnections()
      await stop()
      await Promise.all(working)
    },
  }
}

const secret = () => randomBytes(24).toString('hex')

const origin = (address: AddressInfo | string | null) =>
  typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''

const flat = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]))

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let size = 0
  const body: AsyncIterable<Buffer> = request
  for await (const chunk of body) {
    size += chunk.length
    if (size > largestBody) throw new RangeError('the body is too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const answer = (response: ServerResponse, status: number) => {
  response.writeHead(status, { connection: status === 200 ? 'keep-alive' : 'close' }).end()
}
