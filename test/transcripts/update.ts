import { isDeepStrictEqual } from 'node:util'
import { driveSync } from '../../engine/index.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { resolvedCall, type StoredCall, type StoredTranscript } from './stored.ts'
import { failure, recorded, responseOf, shown } from './replay.ts'

/**
 * The transcript as the definition of today writes it: requests, output and error are made anew,
 * responses are kept. Throws where a request is new and so has no response yet.
 */
export const updated = (transcript: StoredTranscript): StoredTranscript => {
  const { requests, exchange } = recorded(transcript)
  const left = transcript.exchange.flat()
  const used: StoredCall[] = []
  const missing: string[] = []
  const result = outcome(() =>
    driveSync(exchange, request => {
      const call = takeCall(left, request)
      if (!call) missing.push(`${request.method} ${request.path}`)
      used.push(call ?? { request })
      return responseOf(resolvedCall(call ?? { request }))
    }),
  )
  if (missing.length > 0)
    throw new Error(`"${transcript.about}" has no response to ${missing.join(', ')}: write one`)
  const { output: outputBefore, error: errorBefore, exchange: _, ...rest } = transcript
  const { requests: rounds, output, error } = shown({ ...result, requests })
  const calls = used.values()
  return {
    ...rest,
    exchange: rounds.map(round =>
      round.map(request => {
        const call = calls.next().value
        return { ...call, request: sameOr(call?.request, request) }
      }),
    ),
    ...(output !== undefined && { output: sameOr(outputBefore, output) }),
    ...(error && { error: sameOr(errorBefore, error) }),
  }
}

/** What was there before, if only the order of its members is another. */
const sameOr = <Value>(before: Value | undefined, after: Value): Value =>
  before !== undefined && isDeepStrictEqual(before, after) ? before : after

const outcome = (run: () => unknown) => {
  try {
    return { output: run() }
  } catch (error) {
    return { error: failure(error) }
  }
}

/** The call that asks the same, or else the next one to the same endpoint. */
const takeCall = (left: StoredCall[], request: HttpRequest): StoredCall | undefined => {
  const asked = JSON.parse(JSON.stringify(request)) as unknown
  const same = left.findIndex(call => isDeepStrictEqual(call.request, asked))
  const endpoint = ({ method, path }: HttpRequest) => `${method} ${path}`
  const found =
    same >= 0
      ? same
      : left.findIndex(call => endpoint(call.request as HttpRequest) === endpoint(request))
  return found < 0 ? undefined : left.splice(found, 1)[0]
}

/** Where two values differ: a line for what was there, a line for what is there now. */
export const difference = (before: unknown, after: unknown, path = ''): readonly string[] => {
  if (isDeepStrictEqual(before, after)) return []
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after))
    return [
      ...(before === undefined ? [] : [`- ${path}: ${JSON.stringify(before)}`]),
      ...(after === undefined ? [] : [`+ ${path}: ${JSON.stringify(after)}`]),
    ]
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap(key =>
    difference(before[key], after[key], path === '' ? key : `${path}.${key}`),
  )
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
