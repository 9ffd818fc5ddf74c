import { member } from '../../definitions/index.ts'
import { concealing } from '../conceal.ts'

/** Many times the size of a usual reply. */
const maxBytes = 256 * 1024

/**
 * What a token endpoint may leave out or write in another way: the type of the token, scopes as one
 * text, and how long the token holds. A reply that is refused for less would cost the refresh token
 * that it has replaced. Secrets stand in the members that are theirs and nowhere else.
 */
export const normalizeReply = async (
  response: Response,
  secrets: readonly string[],
): Promise<Response> => {
  const text = await boundedText(response)
  const { status, headers } = response
  const shown = response.ok ? normalized(text, secrets) : concealing(secrets)(text)
  return new Response(shown, { status, headers })
}

const normalized = (text: string, secrets: readonly string[]): string => {
  const reply = parsed(text)
  if (typeof reply !== 'object' || reply === null) return concealing(secrets)(text)
  const own = Object.entries(reply).filter(([name]) => /^(access|refresh)_token$/.test(name))
  const known = own.flatMap(([, token]) => (typeof token === 'string' ? [token] : []))
  const others = concealing([...secrets, ...known])(reply)
  const scope = member(others, 'scope')
  return JSON.stringify({
    token_type: 'Bearer',
    ...(typeof others === 'object' && others),
    ...Object.fromEntries(own),
    ...(Array.isArray(scope) && { scope: scope.join(' ') }),
    // Left out where it is undefined.
    expires_in: secondsIn(member(others, 'expires_in')),
  })
}

/** Undefined where it is no JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const boundedText = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? []
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new TypeError(`its answer is larger than ${maxBytes / 1024} kB`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

const maxSeconds = 365 * 24 * 3_600

/** Between none and a year; undefined where it is no number. */
const secondsIn = (given: unknown): number | undefined => {
  const seconds = typeof given === 'string' ? Number.parseFloat(given) : given
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) return undefined
  return Math.round(Math.min(Math.max(seconds, 0), maxSeconds))
}
