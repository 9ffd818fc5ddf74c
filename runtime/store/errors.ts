import { statfsSync } from 'node:fs'
import { DrizzleQueryError } from 'drizzle-orm'
import { ComponentError } from '../../definitions/index.ts'

/** The data directory can't be used. Nothing has been written. */
export class StoreError extends ComponentError {
  override readonly name = 'StoreError'
  constructor(problem: string, hint: string, cause?: unknown) {
    super(problem, { recovery: 'report', hint, cause })
  }
}

const unopened = /SQLITE_CANTOPEN|SQLITE_IOERR|ENOTDIR|ENOENT|EEXIST|EISDIR/

/** https://www.sqlite.org/rescode.html and the codes of the file system. */
const remedies: readonly (readonly [RegExp, string, string])[] = [
  [/SQLITE_FULL|ENOSPC/, 'the disk is full', 'Free some space and try again.'],
  [
    /SQLITE_READONLY|EROFS|EACCES|EPERM/,
    'it can’t be written to',
    'Make it writable, or choose another with PIPEDRIVE_COMPONENT_DATA.',
  ],
  [
    /SQLITE_NOTADB|SQLITE_CORRUPT/,
    'the database file is damaged',
    'Move store.db aside to start anew, or bring back a copy of it.',
  ],
  [/SQLITE_BUSY/, 'another process keeps it locked', 'Try again.'],
  [unopened, 'it can’t be opened', 'Choose another with PIPEDRIVE_COMPONENT_DATA.'],
]

/**
 * Says what keeps the data directory from working. Other errors are defects; the query in which one
 * came up is left out, as it holds what was to be stored.
 */
export const toStoreError = (error: unknown, folder: string): unknown => {
  if (error instanceof ComponentError) return error
  const codes = unopened.test(codesOf(error)) && isFull(folder) ? 'ENOSPC' : codesOf(error)
  const [, problem, hint] = remedies.find(([pattern]) => pattern.test(codes)) ?? []
  if (problem === undefined || hint === undefined)
    return error instanceof DrizzleQueryError ? error.cause : error
  return new StoreError(`The data directory ${folder}: ${problem}`, hint, error)
}

/** On a full disk SQLite can't open its logs, and does not say why. */
const isFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < maxLogIndexBytes
  } catch {
    return false
  }
}
const maxLogIndexBytes = 64 * 1024

/** Errors of the file system are no `Error` of every realm. */
const codesOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  // No version of this program leaves a table or a column out.
  if (/^SQLITE_ERROR: no such (table|column)/.test(String(Reflect.get(error, 'message'))))
    return 'SQLITE_CORRUPT'
  return `${String(Reflect.get(error, 'code'))} ${codesOf(Reflect.get(error, 'cause'))}`
}
