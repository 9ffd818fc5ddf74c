/**
 * What a token endpoint may leave out or write in another way: the type of the token, and scopes as
 * one text.
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
    })
  } catch {
    return text
  }
}
