import { accessor, InputError, reference, referencesIn } from '../definitions/index.ts'

/** Outputs of earlier nodes by name. */
export type Outputs = Readonly<Record<string, unknown>>

const wholly = /^\$\{((?:[^}'"]|'[^']*'|"[^"]*")*)\}$/
const step = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g

/**
 * Resolves `${node.path}` in an input as it was written, once: what comes out of a reference is
 * data, even if it looks like one. `$${` writes a literal `${`. Throws an `InputError`.
 */
export const resolve = (value: unknown, outputs: Outputs, path = ''): unknown => {
  if (typeof value === 'string') return resolveText(value, outputs, path)
  if (Array.isArray(value))
    return value.map((item, index) => resolve(item, outputs, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      resolve(member, outputs, path ? `${path}.${key}` : key),
    ]),
  )
}

const resolveText = (text: string, outputs: Outputs, path: string): unknown => {
  if (!text.includes('${')) return text
  const whole = wholly.exec(text)?.[1]
  if (whole !== undefined) return lookUp(whole, outputs, path)
  return text.replace(reference, (match, inner: string | undefined) => {
    if (match === '$${') return '${'
    if (inner === undefined)
      throw new InputError(path, `the reference ${match.slice(0, 40)} is not closed with }`)
    const value = lookUp(inner, outputs, path)
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
}

const lookUp = (inner: string, outputs: Outputs, path: string): unknown => {
  const [, node, rest] = accessor.exec(inner) ?? []
  if (node === undefined || rest === undefined)
    throw new InputError(
      path,
      `\${${inner}} is not a reference`,
      'Write ${node.member[0].member}, or $${ for the characters ${ themselves.',
    )
  let value: unknown = memberOf(outputs, node)
  for (const [, name, index, single, double] of rest.matchAll(step))
    value = memberOf(value, name ?? index ?? single ?? double ?? '')
  if (value === undefined)
    throw new InputError(
      path,
      `\${${inner}} can’t be resolved`,
      Object.keys(outputs).length > 0
        ? `The nodes before this one are ${Object.keys(outputs).join(', ')}.`
        : 'There is no node before this one.',
    )
  return value
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined

/** The input as far as its values are known before anything runs. */
export const withoutReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter(isKnown).map(withoutReferences)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => isKnown(member))
      .map(([key, member]) => [key, withoutReferences(member)]),
  )
}

const isKnown = (value: unknown): boolean =>
  typeof value !== 'string' || referencesIn(value, '').length === 0
