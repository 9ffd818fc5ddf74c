import {
  isRecord,
  member,
  memberAt,
  type Action,
  type Component,
  type PropertiesDataSource,
} from '../../definitions/index.ts'
import {
  collectStrings,
  parseReference,
  reference,
  type Reference,
} from '../references/references.ts'
import { propertiesSources } from '../steps/propertiesSources.ts'

/** A name in the input of a node that the account has given, and can change. */
export interface NameUse {
  /** The kind of record, such as `deal`. */
  readonly record: string
  readonly name: string
  /** From the input of the node, such as `deal.custom_fields.Budget`. */
  readonly path: string
  /** Choices that are given with it, by label or id. */
  readonly choices?: readonly (string | number)[]
  /** Where an output has the name. */
  readonly reference?: Reference
}

/** An operation as far as names go; triggers have no properties that matter. */
export type Named = Pick<Action, 'name' | 'properties'>

export type NamesSource = Required<Pick<PropertiesDataSource, 'names'>> &
  Pick<PropertiesDataSource, 'isKey'>

/** Where an input has members by name. */
export const namedGroups = (operation: Named): readonly string[] =>
  [...propertiesSources(operation)].flatMap(([path, { names }]) => (names ? [path] : []))

/** What knows the names of the members that records of a kind have. */
export const namesSourceOf = (
  { actions, subjects = {} }: Component,
  record: string,
): NamesSource | undefined => {
  for (const action of actions) {
    if (subjects[action.name]?.record !== record) continue
    for (const { names, ...source } of propertiesSources(action).values())
      if (names) return { ...source, names }
  }
  return undefined
}

/** Names in an input, and in its references to what earlier nodes have put out. */
export const usesIn = (
  component: Component,
  operation: Named,
  parameters: unknown,
  operationOf: (node: string) => string | undefined,
): readonly NameUse[] => [
  ...usesInGroups(component, operation, parameters),
  ...namesGiven(component, operation, parameters),
  ...collectStrings(parameters, '').flatMap(({ path, text }) =>
    [...text.matchAll(reference)].flatMap(([, inner]) => {
      const parsed = inner === undefined ? undefined : parseReference(inner)
      const at = parsed ? nameAt(parsed.keys) : undefined
      if (!parsed || at === undefined) return []
      const record = recordOf(component, operationOf(parsed.node))
      const name = parsed.keys[at]
      return record !== undefined && name !== undefined
        ? [{ record, name, path, reference: parsed }]
        : []
    }),
  ),
]

const usesInGroups = (
  component: Component,
  operation: Named,
  parameters: unknown,
): readonly NameUse[] => {
  const record = recordOf(component, operation.name)
  if (record === undefined) return []
  return namedGroups(operation).flatMap(group =>
    Object.entries(membersAt(parameters, group)).map(([name, value]) => {
      const choices = choicesIn(value)
      return { record, name, path: memberPath(group, name), choices }
    }),
  )
}

/** Properties whose value is a name. */
const namesGiven = (
  component: Component,
  operation: Named,
  parameters: unknown,
): readonly NameUse[] => {
  const record = recordOf(component, operation.name)
  return Object.entries(operation.properties).flatMap(([path, { isMemberName }]) => {
    const name = member(parameters, path)
    const isName = isMemberName && typeof name === 'string' && name !== '' && !name.includes('${')
    return isName && record !== undefined ? [{ record, name, path }] : []
  })
}

export const recordOf = (
  { subjects = {} }: Pick<Component, 'subjects'>,
  operation: string | undefined,
): string | undefined =>
  operation !== undefined && Object.hasOwn(subjects, operation)
    ? subjects[operation]?.record
    : undefined

/** Where the keys of a reference have the name of a field: behind the member that holds them by name. */
export const nameAt = (keys: readonly string[]): number | undefined => {
  const at = keys.indexOf('custom')
  return at === -1 || at + 1 >= keys.length ? undefined : at + 1
}

export const membersAt = (
  parameters: unknown,
  group: string,
): Readonly<Record<string, unknown>> => {
  const members = memberAt(parameters, group)
  return isRecord(members) ? members : {}
}

export const memberPath = (group: string, name: string): string =>
  /^\w+$/.test(name) ? `${group}.${name}` : `${group}[${JSON.stringify(name).slice(0, 100)}]`

/** One, several, or those that are to be added and removed. What comes of references is not known yet. */
const choicesIn = (value: unknown): readonly (string | number)[] => {
  if (Array.isArray(value)) return value.flatMap(choicesIn)
  if (isRecord(value))
    return [...choicesIn(value['add'] ?? []), ...choicesIn(value['remove'] ?? [])]
  if (typeof value === 'number') return [value]
  return typeof value === 'string' && !value.includes('${') ? [value] : []
}
