import {
  isRecord,
  type Component,
  type Exchange,
  type MemberNames,
} from '../../definitions/index.ts'
import { namesSourceOf, recordOf } from '../boundNames/uses.ts'

/** What the account calls a key, such as that of a custom field. */
export interface KeyName {
  readonly name: string
  /** Labels of the choices in its values, by id. */
  readonly options?: Readonly<Record<string, string>>
}

/** Names of the keys in what is sent and in the record. They are welcome, and not worth an error. */
export function* previewNames(
  component: Component,
  operation: string,
  sent: readonly unknown[],
  record: unknown,
): Exchange<Readonly<Record<string, KeyName>>> {
  const kind = recordOf(component, operation)
  const source = kind === undefined ? undefined : namesSourceOf(component, kind)
  const { names, isKey = () => true } = source ?? {}
  const used = [
    ...membersIn(sent),
    ...membersIn(record).filter(([, value]) => value !== null),
  ].filter(([key]) => isKey(key))
  if (!names || used.length === 0) return {}
  try {
    return namesOf(used, yield* names({}))
  } catch {
    return {}
  }
}

type Member = readonly [string, unknown]

/** At any depth. */
const membersIn = (value: unknown): readonly Member[] => {
  if (Array.isArray(value)) return value.flatMap(membersIn)
  return isRecord(value)
    ? Object.entries(value).flatMap(entry => [entry, ...membersIn(entry[1])])
    : []
}

const namesOf = (used: readonly Member[], names: MemberNames) => {
  const found = new Map<string, KeyName>()
  for (const [key, value] of used) {
    const name = names.nameOf(key)
    if (name === undefined) continue
    const options = { ...found.get(key)?.options, ...labelsOf(value, names.choicesOf(key)) }
    found.set(key, { name, ...(Object.keys(options).length > 0 && { options }) })
  }
  return Object.fromEntries(found)
}

const labelsOf = (
  value: unknown,
  choices: ReturnType<MemberNames['choicesOf']>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [value].flat().flatMap(id => {
      const label = typeof id === 'number' ? choices?.labelOf(id) : undefined
      return label === undefined ? [] : [[String(id), label]]
    }),
  )
