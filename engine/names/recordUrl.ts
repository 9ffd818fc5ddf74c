import type { RecordKind } from '../../definitions/index.ts'

type Kinds = Readonly<Record<string, RecordKind>>

/** The page of a record, as it is pasted from the address line of a browser. */
export interface RecordUrl {
  readonly origin: string
  /** Absent where the address is of no record. */
  readonly record?: string
  readonly id?: string
}

/** Undefined where the text is no address. */
export const parseRecordUrl = (text: string, kinds: Kinds = {}): RecordUrl | undefined => {
  const [, origin, pathname = ''] = /^(https?:\/\/[^/?#\s]+)([^?#\s]*)\S*$/i.exec(text.trim()) ?? []
  if (origin === undefined) return undefined
  for (const [record, { path }] of Object.entries(kinds)) {
    const id = path === undefined ? undefined : idIn(pathname, path)
    if (id !== undefined) return { origin: origin.toLowerCase(), record, id }
  }
  return { origin: origin.toLowerCase() }
}

const idIn = (pathname: string, path: string): string | undefined => {
  const [before = '', after = ''] = path.split('{id}')
  const given = pathname.replace(/\/+$/, '')
  if (!given.startsWith(before) || !given.endsWith(after)) return undefined
  const id = given.slice(before.length, given.length - after.length)
  return /^[\w-]+$/.test(id) ? id : undefined
}

/** The page of a record; undefined where records of its kind have none. */
export const pageOf = (
  origin: string,
  kind: RecordKind | undefined,
  id: unknown,
): string | undefined =>
  kind?.path === undefined ? undefined : origin + kind.path.replace('{id}', String(id))
