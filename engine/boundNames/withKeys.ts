import { isRecord } from '../../definitions/index.ts'
import type { BoundName, BoundNames } from './boundNames.ts'
import type { Named } from './uses.ts'

type Names = BoundNames[string]

/** An input whose members at a path stand under their keys. What is given twice stays as it is. */
export const withKeys = (input: unknown, path: readonly string[], names: Names): unknown => {
  if (!isRecord(input)) return input
  const [first, ...rest] = path
  if (first !== undefined)
    return Object.hasOwn(input, first)
      ? { ...input, [first]: withKeys(input[first], rest, names) }
      : input
  const entries = Object.entries(input).map(([name, value]) => {
    const bound = Object.hasOwn(names, name) ? names[name] : byKey(names, name)
    return { name, key: bound?.key ?? name, value: bound ? withIds(value, bound) : value }
  })
  const counts = new Map<string, number>()
  for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries(
    entries.map(({ name, key, value }) => [counts.get(key) === 1 ? key : name, value]),
  )
}

/** The same for properties whose value is a name. */
export const withKeysGiven = ({ properties }: Named, input: unknown, names: Names): unknown =>
  isRecord(input)
    ? Object.fromEntries(
        Object.entries(input).map(([path, value]) => {
          const isName = Object.hasOwn(properties, path) && properties[path]?.isMemberName
          const isBound = isName && typeof value === 'string' && Object.hasOwn(names, value)
          return [path, isBound ? names[value]?.key : value]
        }),
      )
    : input

const byKey = (names: Names, key: string) => Object.values(names).find(one => one.key === key)

/** Choices by their ids; also those that are to be added or removed. */
const withIds = (value: unknown, bound: BoundName): unknown => {
  const { options } = bound
  if (!options) return value
  if (typeof value === 'string') return Object.hasOwn(options, value) ? options[value] : value
  if (Array.isArray(value)) return value.map(one => withIds(one, bound))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withIds(one, bound)]))
}
