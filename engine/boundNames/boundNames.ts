import { isRecord, member } from '../../definitions/index.ts'

/** What a name in a workflow stands for, whatever that is called by now. */
export interface BoundName {
  readonly key: string
  /** Labels of choices, and their ids. */
  readonly options?: Readonly<Record<string, number>>
}

/** By the kind of record, such as `deal`, and by name: `{ "deal": { "Budget": { "key": "9f3c…" } } }`. */
export type BoundNames = Readonly<Record<string, Readonly<Record<string, BoundName>>>>

/** Those that a node keeps in its `metadata`; what is written by hand and makes no sense is left out. */
export const boundNamesOf = (node: unknown): BoundNames => {
  const given = member(member(node, 'metadata'), 'boundNames')
  return mapRecord(given, names => mapRecord(names, boundName))
}

export const boundNameIn = (
  bound: BoundNames,
  record: string,
  name: string,
): BoundName | undefined => {
  const names = Object.hasOwn(bound, record) ? bound[record] : undefined
  return names && Object.hasOwn(names, name) ? names[name] : undefined
}

const boundName = (given: unknown): BoundName | undefined => {
  const key = member(given, 'key')
  if (typeof key !== 'string') return undefined
  const options = mapRecord(member(given, 'options'), id =>
    typeof id === 'number' ? id : undefined,
  )
  return { key, ...(Object.keys(options).length > 0 && { options }) }
}

/** The same members, without those that come to nothing. */
const mapRecord = <Value>(
  given: unknown,
  map: (value: unknown) => Value | undefined,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(isRecord(given) ? given : {}).flatMap(([name, value]) => {
      const mapped = map(value)
      return mapped === undefined ? [] : [[name, mapped]]
    }),
  )
