/**
 * The path of the only field in which two values differ, such as `deal.title`; undefined where there
 * are more, where a list has lost a row, and where a field is cleared.
 */
export const changedField = (before: unknown, after: unknown): string | undefined => {
  const changed = changesIn(before, after, '')
  const [only] = changed
  return changed.length === 1 && only?.isAlone !== true ? only?.path : undefined
}

interface Change {
  readonly path: string
  /** It is never one of several edits in a row. */
  readonly isAlone?: boolean
}

const changesIn = (before: unknown, after: unknown, path: string): readonly Change[] => {
  if (before === after) return []
  // A field that is cleared, or no longer is.
  if (before === null || after === null) return [{ path, isAlone: true }]
  // An absent group or list counts as an empty one.
  const left = membersOf(before ?? (isObject(after) ? {} : undefined))
  const right = membersOf(after ?? (isObject(before) ? {} : undefined))
  if (!left || !right) return [{ path }]
  const isShorter = Array.isArray(before) && right.size < left.size
  const keys = new Set([...left.keys(), ...right.keys()])
  const changes = [...keys].flatMap(key =>
    changesIn(left.get(key), right.get(key), path === '' ? key : `${path}.${key}`),
  )
  // A row that goes is a change of its own, whatever else it changes.
  return isShorter ? [{ path, isAlone: true }, ...changes] : changes
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const membersOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  isObject(value) ? new Map(Object.entries(value)) : undefined
