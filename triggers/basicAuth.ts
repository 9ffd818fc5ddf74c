const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The header of HTTP Basic authentication, for ASCII credentials. */
export const basicAuth = (user: string, password: string): string =>
  `Basic ${base64(`${user}:${password}`)}`

/** `btoa` and `Buffer` are not there in every host. */
const base64 = (text: string): string => {
  let encoded = ''
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0)
    encoded += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63)
    encoded += at + 1 < text.length ? alphabet.charAt((bits >> 6) & 63) : '='
    encoded += at + 2 < text.length ? alphabet.charAt(bits & 63) : '='
  }
  return encoded
}

/** Takes as long for a near miss as for a wild guess. */
export const timingSafeEqual = (expected: string, given: string): boolean => {
  let difference = expected.length ^ given.length
  for (let at = 0; at < expected.length; at++)
    difference |= expected.charCodeAt(at) ^ (given.charCodeAt(at) || 0)
  return difference === 0
}
