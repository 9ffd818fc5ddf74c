import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Sandbox, SandboxOptions } from '../../sandbox/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import type { Checker, Violation } from '../contract/openapi/checker.ts'
import { createChecker } from '../contract/openapi/checker.ts'
import { leaveTally } from '../contract/openapi/tally.ts'

import type { Body, Payload, Row } from './rows.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed where it is JSON. */
  readonly body: Body
  readonly text: string
}

/** With PIPEDRIVE_SPEC set, every exchange of these tests is held against Pipedrive's own files. */
const folder = process.env['PIPEDRIVE_SPEC']
let checker: Checker | undefined
const theChecker = () => (folder ? (checker ??= createChecker(folder)) : undefined)

const parse = (content: string) => {
  try {
    return JSON.parse(content)
  } catch {
    return content
  }
}

/** A sandbox for one file of tests, and short words for calling it. */
export const useSandbox = (options: SandboxOptions = {}, frozen = false) => {
  const violations: Violation[] = []
  let sandbox: Sandbox
  let token = ''
  beforeAll(async () => {
    const check = theChecker()
    sandbox = await startSandbox({
      ...options,
      onExchange: exchange => void violations.push(...(check?.check(exchange) ?? [])),
    })
    token = sandbox.accessToken
    if (frozen) await call('POST', '/_sandbox/clock', { frozen })
  })
  afterAll(async () => {
    await sandbox.close()
    leaveTally(checker, violations)
    expect(violations).toEqual([])
  })

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const response = await fetch(sandbox.url + path, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const content = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: parse(content) as Body,
      text: content,
    }
  }
  const renew = async () => {
    const { clientId, clientSecret, refreshToken } = sandbox
    const fields = { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken }
    const form = new URLSearchParams({ grant_type: 'refresh_token', ...fields }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const { body } = await call('POST', '/oauth/token', form, type)
    token = body.access_token
  }
  /** Moves the clock, and keeps the tests' own access token alive. */
  const advance = async (ms: number) => {
    const answer = await call('POST', '/_sandbox/clock', { advance: ms })
    if (ms >= 60_000) await renew()
    return answer
  }
  const all = async (path: string) => {
    const rows: Row[] = []
    let cursor: string | null = null
    do {
      const joint = path.includes('?') ? '&' : '?'
      const page = await call('GET', cursor === null ? path : `${path}${joint}cursor=${cursor}`)
      expect(page.status).toBe(200)
      rows.push(...page.body.data)
      cursor = page.body.additional_data.next_cursor
    } while (cursor !== null)
    return rows
  }
  return {
    call,
    all,
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown) => call('POST', path, body),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    remove: (path: string) => call('DELETE', path),
    advance,
    fault: (fault: object) => call('POST', '/_sandbox/faults', fault),
    get it() {
      return sandbox
    },
  }
}

export interface Delivery {
  readonly headers: IncomingMessage['headers']
  readonly body: Payload
}

/** A receiver of webhooks; what it answers can be changed at any time. */
export const useReceiver = () => {
  const deliveries: Delivery[] = []
  const hanging = new Set<() => void>()
  let status: number | 'never' = 200
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    deliveries.push({ headers: request.headers, body: JSON.parse(await text(request)) as Payload })
    if (status !== 'never') return void response.writeHead(status).end()
    hanging.add(() => response.destroy())
  }
  const server = createServer((request, response) => void receive(request, response))
  let url = ''
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  })
  afterAll(() => {
    for (const end of hanging) end()
    server.closeAllConnections()
    server.close()
  })
  return {
    deliveries,
    get url() {
      return url
    },
    answer: (with_: number | 'never') => void (status = with_),
    clear: () => void (deliveries.length = 0),
  }
}

/** For what a test takes for granted, such as the first of a list. */
export const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Expected something here')
  return value
}
