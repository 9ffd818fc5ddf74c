/**
 * What a token endpoint may leave out or write in another way: the type of the token, scopes as one
 * text, and how long the token holds. A reply that is refused for less would cost the refresh token
 * that it has replaced.
 */
export const normalizeReply = async (response: Response): Promise<Response> => {
  const text = await response.text()
  const { status, headers } = response
  return new Response(response.ok ? normalized(text) : text, { status, headers })
}

const normalized = (text: string): string => {
  try {
    const reply: unknown = JSON.parse(text)
    if (typeof reply !== 'object' || reply === null) return text
    const scope: unknown = Reflect.get(reply, 'scope')
    return JSON.stringify({
      token_type: 'Bearer',
      ...reply,
      ...(Array.isArray(scope) && { scope: scope.join(' ') }),
      // Left out where it is undefined.
      expires_in: secondsIn(Reflect.get(reply, 'expires_in')),
    })
  } catch {
    return text
  }
}

const maxSeconds = 365 * 24 * 3_600

/** Between none and a year; undefined where it is no number. */
const secondsIn = (given: unknown): number | undefined => {
  const seconds = typeof given === 'string' ? Number.parseFloat(given) : given
  if (typeof seconds !== 'number' || Number.isNaN(seconds)) return undefined
  return Math.round(Math.min(Math.max(seconds, 0), maxSeconds))
}
