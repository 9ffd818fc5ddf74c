import { InputError, isRecord, type RecordKind } from '../../../definitions/index.ts'

/** The id that a resource locator holds, whichever way it was given; other values as they are. */
export const located = (
  given: unknown,
  kind: RecordKind | undefined,
  exampleUri: string,
  path: string,
): unknown => {
  if (!isRecord(given) || !('value' in given) || !('mode' in given)) return given
  const { mode, value } = given
  if (mode !== 'url' || kind?.path === undefined || value === '') return value
  const id = typeof value === 'string' ? idIn(value, kind.path) : undefined
  if (id !== undefined) return id
  const example = `${exampleUri}${kind.path.replace('{id}', '42')}`
  throw new InputError(
    path,
    `is not the address of a ${kind.title.toLowerCase()}`,
    `It looks like ${example}.`,
  )
}

const idIn = (address: string, path: string): string | undefined => {
  const [before = '', after = ''] = path.split('{id}')
  const start = address.indexOf(before)
  if (start < 0) return undefined
  const rest = address.slice(start + before.length)
  const [, id, next = ''] = /^([\w-]+)(.*)$/s.exec(rest) ?? []
  return next === '' || /^[/?#]/.test(next) || (after !== '' && next.startsWith(after))
    ? id
    : undefined
}
