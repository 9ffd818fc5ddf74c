import type { Problem, Session } from '../../api/index.ts'

/** The server refused, or could not be reached; `problem` says what can be done. */
export class ApiRequestError extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  readonly status: number
  readonly body: unknown
  constructor(problem: Problem, status: number, body: unknown) {
    super(problem.message)
    this.problem = problem
    this.status = status
    this.body = body
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const unreachable: Problem = {
  name: 'NoResponseError',
  message: 'The workbench is not responding',
  recovery: 'retry',
  hint: 'Check that it is still running.',
}

let known: Promise<Session> | undefined

/** Asked once; the token in it belongs to every request that changes something. */
export const session = (): Promise<Session> => {
  known ??= call<Session>('GET', '/api/session').catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

const send = async (method: Method, path: string, body?: unknown, signal?: AbortSignal) => {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(method !== 'GET' && { 'x-csrf-token': (await session()).csrf }),
  }
  const text = body === undefined ? null : JSON.stringify(body)
  const response = await fetch(path, {
    method,
    headers,
    body: text,
    signal: signal ?? null,
    keepalive: method === 'PUT' && outlives(text),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new ApiRequestError(unreachable, 0, null)
  })
  if (response.ok) return response
  // A restarted server gives out a new token.
  if (response.status === 403) known = undefined
  const answer: unknown = await response.json().catch(() => null)
  throw new ApiRequestError(problemIn(answer, response.status), response.status, answer)
}

/** Browsers carry 64 KiB on after a page has gone. */
const maxOutlivingBytes = 60_000

/** Tells of a body whether it arrives even if the page is left or reloaded. */
export const outlives = (text: string | null): boolean =>
  text === null || new Blob([text]).size <= maxOutlivingBytes

const problemIn = (answer: unknown, status: number): Problem => {
  const error: unknown = Reflect.get(Object(answer), 'error')
  if (typeof error === 'object' && error !== null) return error as Problem
  return {
    name: 'Error',
    message: `The workbench responded with status ${status}`,
    recovery: 'report',
  }
}

/** One request; throws `Refused`. The door for what the server says: its types are `workbench/api`. */
export const call = async <Answer>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer> => {
  const response = await send(method, path, body, signal)
  return response.status === 204 ? (undefined as Answer) : ((await response.json()) as Answer)
}

/** What a conflict brings along: the same thing as another tab has saved it. */
export const currentIn = <Current>(error: unknown): Current | undefined =>
  error instanceof ApiRequestError && error.status === 409
    ? (Reflect.get(Object(error.body), 'current') as Current)
    : undefined

/** One line of JSON from the server. */
export const lineIn = <Line>(text: string): Line => JSON.parse(text) as Line

/** The lines of a stream as they come; aborting the signal ends it on the server too. */
export async function* lines<Line>(
  path: string,
  body: unknown,
  signal: AbortSignal,
): AsyncGenerator<Line> {
  const { body: stream } = await send('POST', path, body, signal)
  if (!stream) return
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part !== '') yield lineIn<Line>(part)
  }
}
