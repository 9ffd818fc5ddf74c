import type { Action } from '../action.ts'
import type { Component } from '../component.ts'
import { parseCondition } from './conditions.ts'
import type { Properties, Property } from '../property.ts'

/** Mistakes in a definition that the compiler does not see, one sentence each. */
export const checkDefinition = (component: Component): readonly string[] => [
  ...duplicates([...component.actions, ...component.triggers].map(({ name }) => name)),
  ...sharedSubjects(component.subjects ?? {}),
  ...sharedLists(component.actions),
  ...[...component.actions, component.customAction].flatMap(actionProblems),
  ...hintProblems([...component.actions, component.customAction]),
]

/** Agents are to be sent to actions that there are, in clauses that are left out where they are not offered. */
const hintProblems = (actions: readonly Action[]): readonly string[] =>
  actions.flatMap(({ name, agentHint }) => {
    if (agentHint.trim() === '') return [`${name}: agentHint is empty`]
    const names = /\b[a-z]+[A-Z]\w*/g
    const [first = ''] = agentHint.split('; ')
    return [
      ...(agentHint.match(names) ?? [])
        .filter(other => !actions.some(({ name }) => name === other))
        .map(other => `${name}: agentHint names ${other}, which is not an action`),
      ...(first.match(names) ?? []).map(
        other => `${name}: agentHint names ${other} before its first semicolon`,
      ),
    ]
  })

const duplicates = (names: readonly string[]) =>
  names
    .filter((name, index) => names.indexOf(name) !== index)
    .map(name => `two operations are called ${name}`)

const sharedSubjects = (subjects: NonNullable<Component['subjects']>) =>
  Object.entries(subjects).flatMap(([name, { record, verb }], index, all) => {
    const first = all.findIndex(([, other]) => other.record === record && other.verb === verb)
    return first === index ? [] : [`${name} and ${all[first]?.[0]} both ${verb} ${record}`]
  })

/** Hosts ask for a list by its name. */
const sharedLists = (actions: readonly Action[]) => {
  const lists = new Map<string, unknown>()
  return actions
    .flatMap(({ properties }) => allOf(properties))
    .flatMap(({ optionsDataSource: list }) => {
      if (!list) return []
      const known = lists.get(list.name) ?? list
      lists.set(list.name, known)
      return known === list ? [] : [`two live lists are called ${list.name}`]
    })
}

const actionProblems = ({ name, properties, anyOf = [] }: Action): readonly string[] => {
  const known = new Set(pathsOf(properties))
  return [
    ...allOf(properties).flatMap(property => dynamicProblems(name, property)),
    ...missingPaths(name, properties, anyOf, known),
  ]
}

/** A group without a source would never get members, and a source elsewhere never be asked. */
const dynamicProblems = (
  action: string,
  { type, label = type, propertiesDataSource }: Property,
): readonly string[] => {
  const isDynamic = type === 'DYNAMIC_PROPERTIES'
  if (isDynamic === (propertiesDataSource !== undefined)) return []
  return isDynamic
    ? [`${action}: ${label} has dynamic properties and no propertiesDataSource`]
    : [`${action}: ${label} has a propertiesDataSource and no dynamic properties`]
}

const missingPaths = (
  name: string,
  properties: Properties,
  anyOf: NonNullable<Action['anyOf']>,
  known: ReadonlySet<string>,
): readonly string[] =>
  [
    ...anyOf.flat().map(path => ({ path, by: 'anyOf' })),
    ...allOf(properties).flatMap(referencedPaths),
  ]
    .filter(({ path }) => !known.has(path))
    .map(({ path, by }) => `${name}: ${by} names ${path}, which is not a property`)

const referencedPaths = (property: Property) => [
  ...(property.displayCondition ? parseCondition(property.displayCondition) : []).map(
    ({ path }) => ({ path: path.join('.'), by: 'displayCondition' }),
  ),
  ...(property.optionsDataSource?.optionsLookupDependsOn ?? []).map(path => ({
    path,
    by: 'optionsLookupDependsOn',
  })),
  ...(property.propertiesDataSource?.propertiesLookupDependsOn ?? []).map(path => ({
    path,
    by: 'propertiesLookupDependsOn',
  })),
]

const allOf = (properties: Properties): readonly Property[] =>
  Object.values(properties).flatMap(property => [property, ...within(property)])

const within = ({ properties, items }: Property): readonly Property[] => [
  ...(properties ? allOf(properties) : []),
  ...(items ? [items, ...within(items)] : []),
]

const pathsOf = (properties: Properties, parent = ''): readonly string[] =>
  Object.entries(properties).flatMap(([name, property]) => [
    `${parent}${name}`,
    ...(property.properties ? pathsOf(property.properties, `${parent}${name}.`) : []),
  ])
