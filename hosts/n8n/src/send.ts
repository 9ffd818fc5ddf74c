import { sleep, type Functions, type IHttpRequestOptions } from 'n8n-workflow'
import { pipedrive } from '../../../component/index.ts'
import { dropOldest, member, type HttpRequest } from '../../../definitions/index.ts'
import {
  abortable,
  createClient,
  createRateLimiter,
  findOperation,
  requestTarget,
  validatorsOf,
  type Cache,
  type Lines,
  type Client,
  type OperationValidators,
  type RateLimiter,
  type Send,
  type Timing,
} from '../../../engine/index.ts'
import { answerOf } from './answer.ts'
import { answerIn, failureOf } from './failure.ts'
import { originOf } from './origin.ts'

export const credentialName = 'pipedriveComponentOAuth2Api'

/** All nodes of this process that use a credential keep within its limits together. */
interface Shared {
  readonly limiter: RateLimiter
  readonly cache: Cache
  readonly lines: Lines
}
const connections = new Map<string, Shared>()
const maxConnections = 1_000

const sharedOf = (key: string): Shared => {
  const known = connections.get(key)
  if (known) return known
  const made = { limiter: createRateLimiter(pipedrive.limits), cache: new Map(), lines: new Map() }
  connections.set(key, made)
  dropOldest(connections, maxConnections)
  return made
}

const timing: Timing = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => abortable(sleep(milliseconds), signal),
  random: () => Math.random(),
}

/** Sends through n8n, which signs the request and renews the token. */
const through =
  (context: Functions, origin: string): Send =>
  async request => {
    const options = optionsOf(request, origin)
    const ask = async (more: Partial<IHttpRequestOptions> = {}) => {
      const { httpRequestWithAuthentication } = context.helpers
      // The helper reads its node from `this`.
      const call = httpRequestWithAuthentication.bind(context)
      const response = await call(credentialName, { ...options, ...more })
      const status = Number(member(response, 'statusCode'))
      return answerOf(status, member(response, 'headers'), member(response, 'body'))
    }
    try {
      const response = await ask()
      // n8n before 2.8 does not know `except`, and gives 401 as an answer.
      return response.status === 401 ? await ask({ ignoreHttpStatusErrors: false }) : response
    } catch (error) {
      const answer = answerIn(error)
      if (answer) return answer
      throw failureOf(error, origin)
    }
  }

const requestTimeoutMs = 60_000

const optionsOf = (request: HttpRequest, origin: string): IHttpRequestOptions => ({
  method: request.method,
  url: `${origin}${requestTarget(request)}`,
  headers: {
    accept: 'application/json',
    'user-agent': 'pipedrive-component (n8n)',
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...request.headers,
  },
  ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  // n8n turns broken JSON into text in silence, so it is not asked to read any.
  encoding: 'text',
  returnFullResponse: true,
  // 401 has to be an error, or n8n does not renew the token.
  ignoreHttpStatusErrors: { ignore: true, except: [401] },
  disableFollowRedirect: true,
  sendCredentialsOnCrossOriginRedirect: false,
  timeout: requestTimeoutMs,
})

/** n8n has no use for what is said of undeclared members of an output. */
const anyOutput = () => true

const inputValidatorOf = async (name: string): Promise<OperationValidators> => ({
  ...validatorsOf(findOperation(pipedrive, name)),
  output: anyOutput,
})

interface Connected {
  readonly client: Client
  /** Aborts when the execution is stopped; absent outside of executions. */
  readonly signal?: AbortSignal
}

/** The connection that a node is to use. */
export const connect = async (context: Functions): Promise<Connected> => {
  const origin = originOf(pipedrive.connection, await context.getCredentials(credentialName))
  const id = context.getNode().credentials?.[credentialName]?.id ?? ''
  const client = createClient({
    component: pipedrive,
    validators: inputValidatorOf,
    send: through(context, origin),
    timing,
    ...sharedOf(`${id} ${origin}`),
  })
  const signal = context.getExecutionCancelSignal?.()
  return { client, ...(signal && { signal }) }
}
