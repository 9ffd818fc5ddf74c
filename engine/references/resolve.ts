import { InputError } from '../../definitions/index.ts'
import { maxCharacters, requireBounded, tooMuch } from '../input/bounds.ts'
import { shorten, shortenList } from '../input/shorten.ts'
import {
  parseReference,
  reference,
  referenceProblem,
  valueOf,
  type Reference,
} from './references.ts'

/** Outputs of earlier nodes by name. */
export type Outputs = Readonly<Record<string, unknown>>

/** Where a reference leads to, if that is called something else by now. */
export type Follow = (reference: Reference) => Reference

interface Scope {
  readonly outputs: Outputs
  readonly follow: Follow
}

const singleReference = /^\$\{([^}'"]*(?:(?:'[^']*'|"[^"]*")[^}'"]*)*)\}$/

/**
 * Resolves `${node.path}` in an input as it was written, once: what comes out of a reference is
 * data, even if it looks like one. `${node.path ?? 'none'}` has a fallback for null and for what is
 * missing. Inside a text, null leaves nothing. `$${` writes a literal `${`.
 * Throws an `InputError`.
 */
export const resolve = (
  value: unknown,
  outputs: Outputs,
  path = '',
  follow: Follow = same => same,
): unknown => (hasReference(value) ? resolved(value, { outputs, follow }, path) : value)

const hasReference = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('${')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasReference)
}

const resolved = (value: unknown, scope: Scope, path: string): unknown => {
  if (typeof value === 'string') return resolveText(value, scope, path)
  if (Array.isArray(value))
    return value.map((item, index) => resolved(item, scope, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      resolved(member, scope, path ? `${path}.${key}` : key),
    ]),
  )
}

const resolveText = (text: string, scope: Scope, path: string): unknown => {
  if (!text.includes('${')) return text
  const whole = singleReference.exec(text)?.[1]
  if (whole !== undefined) return lookUp(whole, scope, path)
  let left = maxCharacters
  return text.replace(reference, (match, inner: string | undefined) => {
    if (match === '$${') return '${'
    if (inner === undefined)
      throw new InputError(path, `the reference ${match.slice(0, 40)} is not closed with }`)
    const value = lookUp(inner, scope, path)
    if (value === null) return ''
    const written = typeof value === 'string' ? value : jsonOf(value, path)
    left -= written.length
    if (left < 0) throw tooMuch(path, `more than ${maxCharacters} characters`)
    return written
  })
}

const jsonOf = (value: unknown, path: string): string => {
  requireBounded(value, path)
  return JSON.stringify(value)
}

const lookUp = (inner: string, { outputs, follow }: Scope, path: string): unknown => {
  const parsed = parseReference(inner)
  if (!parsed)
    throw new InputError(
      path,
      `\${${shorten(inner)}} ${referenceProblem(inner)}`,
      'Write ${node.member[0].member}, ${node.member ?? 0}, or $${ for the characters ${ themselves.',
    )
  const value = valueOf(follow(parsed), outputs)
  if (value === undefined)
    throw new InputError(
      path,
      `\${${shorten(inner)}} can’t be resolved`,
      Object.keys(outputs).length > 0
        ? `The nodes before this one are ${shortenList(Object.keys(outputs))}.`
        : 'There is no node before this one.',
    )
  return value
}
