import { maxDepth, tooDeep } from './json.ts'

/** Takes secrets out of what a server has said: a text, or a value that JSON can hold. */
export interface Conceal {
  (text: string): string
  (value: unknown): unknown
}

/** Stands in place of a secret. */
export const concealed = '***'

/** What is shorter or a number is no secret that a server gives out, and may stand anywhere. */
const isSecret = (text: string) => text.length >= 8 && /\D/.test(text)
/** A character that needs no escape in JSON has one. */
const needlessEscape = /\\u00[2-7]/

/** A secret may come back as it was sent, or as a part of an address, of JSON, or of both. */
export const concealing = (given: readonly string[]): Conceal => {
  const secrets = [...new Set(given.filter(isSecret))]
  const forms = [...new Set(secrets.flatMap(formsOf))]
  const inText = (text: string) => {
    let shown = text
    for (const form of forms) if (shown.includes(form)) shown = shown.replaceAll(form, concealed)
    if (needlessEscape.test(shown))
      for (const form of forms) shown = shown.replaceAll(escapedFormOf(form), concealed)
    return shown
  }
  const inValue = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return inText(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth > maxDepth) throw tooDeep()
    if (Array.isArray(value)) return value.map((one: unknown) => inValue(one, depth + 1))
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [inText(name), inValue(one, depth + 1)]),
    )
  }
  function conceal(text: string): string
  function conceal(value: unknown): unknown
  function conceal(value: unknown): unknown {
    return forms.length === 0 ? value : inValue(value, 0)
  }
  return conceal
}

/** Passwords, secrets and tokens among the members of what is sent or kept. */
export const secretsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
        typeof one === 'string' && /password|secret|token/i.test(name) ? [one] : [],
      )
    : []

/** What HTTP's Basic scheme makes of a name and a password, as it is and as OAuth writes it. */
export const basicForms = (user: string, password: string): readonly string[] => [
  base64(`${user}:${password}`),
  base64(`${encodeURIComponent(user)}:${encodeURIComponent(password)}`),
]

const base64 = (text: string) => Buffer.from(text).toString('base64')

const formsOf = (secret: string): readonly string[] => {
  const inJson = JSON.stringify(secret).slice(1, -1)
  // PHP writes a slash in JSON as `\/`.
  return [secret, inJson, inJson.replaceAll('/', '\\/'), encodeURIComponent(secret)]
}

/** Any of its characters may be written as a code point. */
const escapedFormOf = (form: string): RegExp =>
  new RegExp(
    Array.from(form, character => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0')
      return `(?:\\\\?${character.replace(/\W/, '\\$&')}|\\\\u${code})`
    }).join(''),
    'gi',
  )
