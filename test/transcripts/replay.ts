import { driveSync } from '../../engine/index.ts'
import {
  ComponentError,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
} from '../../definitions/index.ts'
import { exchangeOf } from './operations.ts'

/** One operation's conversation with Pipedrive, and what comes of it. */
export interface Transcript {
  readonly about: string
  readonly operation: string
  readonly input: unknown
  /** The output has every declared field. */
  readonly complete?: true
  /** Rounds of requests that may be made at once. */
  readonly exchange: readonly (readonly Call[])[]
  readonly output?: unknown
  readonly error?: Failure | undefined
}
export interface Call {
  readonly request: unknown
  /** Status 200 and no headers unless said otherwise. */
  readonly response?: Partial<HttpResponse>
  /** Why there is no answer. */
  readonly noAnswer?: string
  /** Why this is not as Pipedrive's OpenAPI files have it. */
  readonly offSpec?: string
}
interface Failure {
  readonly name: string
  readonly recovery?: string
  readonly path?: string
  readonly message: string
  readonly hint?: string
}

/** What an operation did when it was given the answers of a transcript. */
export type Replay = Pick<Transcript, 'output' | 'error'> & {
  readonly requests: readonly (readonly unknown[])[]
}

/** The operation of a transcript, with its rounds written down. */
export const recorded = ({ operation, input }: Pick<Transcript, 'operation' | 'input'>) => {
  const requests: (readonly HttpRequest[])[] = []
  return { requests, exchange: watched(exchangeOf(operation, input), requests) }
}

function* watched(
  exchange: Exchange<unknown>,
  requests: (readonly HttpRequest[])[],
): Exchange<unknown> {
  let step = exchange.next()
  while (!step.done) {
    requests.push(step.value)
    step = exchange.next(yield step.value)
  }
  return step.value
}

/** Gives the answers of a transcript, one after the other. */
export const answers = ({ exchange }: Transcript) => {
  const left = exchange.flat()
  return (request: HttpRequest): HttpResponse => {
    const call = left.shift()
    if (!call) throw new Error(`${request.method} ${request.path} is not in the transcript`)
    return responseOf(call)
  }
}

/** The response of a call, or the error where there was no answer. */
export const responseOf = ({ noAnswer, response }: Call): HttpResponse => {
  if (noAnswer !== undefined) throw new Error(noAnswer)
  // A response belongs to the one that asked, and a transcript is replayed several times.
  return JSON.parse(
    JSON.stringify({ status: 200, headers: {}, body: null, ...response }),
  ) as HttpResponse
}

/** A result as a transcript shows it: what JSON does not know is dropped. */
export const shown = (replay: Replay): Replay => JSON.parse(JSON.stringify(replay)) as Replay

export const failure = (error: unknown): Failure => {
  if (error instanceof ComponentError) {
    const { name, message, recovery, path, hint } = error
    return { name, recovery, message, ...(path && { path }), ...(hint && { hint }) }
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { name, message }
}

export const replaySync = (transcript: Transcript): Replay => {
  const { requests, exchange } = recorded(transcript)
  try {
    return shown({ output: driveSync(exchange, answers(transcript)), requests })
  } catch (error) {
    return shown({ error: failure(error), requests })
  }
}

/** For realms that share no objects. */
export const replayText = (transcript: string): string =>
  JSON.stringify(replaySync(JSON.parse(transcript) as Transcript))
