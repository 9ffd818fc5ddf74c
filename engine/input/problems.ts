import {
  closest,
  parseCondition,
  type ActionManifest,
  type Problem,
  type PropertyManifest,
} from '../../definitions/index.ts'
import type { SchemaError } from './messages.ts'
import { violationsIn, type Violation } from './violations.ts'

/** ajv's errors in the words of the form. */
export const problemsIn = (
  action: Pick<ActionManifest, 'properties' | 'anyOf'>,
  input: unknown,
  errors: readonly SchemaError[],
): readonly Problem[] =>
  distinct(
    violationsIn(action, input, errors, 'run').map(violation => ({
      path: violation.path,
      problem: problemOf(violation),
    })),
  )

/** Several rules of a schema may be broken in the same words, such as a length and a pattern. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map(one => [JSON.stringify([one.path, one.problem]), one])).values(),
]

const problemOf = (violation: Violation): string => {
  switch (violation.kind) {
    case 'missing':
      return 'is required'
    case 'unknown':
      return unknown(violation.keys.at(-1) ?? '', violation.siblings)
    case 'none-of':
      return `${violation.groups.map(group => group.join(' and ')).join(' or ')} is required`
    case 'hidden':
      return `can only be given if ${conditionText(violation.condition)}`
    case 'value':
      return violation.problem
  }
}

const conditionText = (condition: string): string =>
  parseCondition(condition)
    .map(({ path, equals, literal }) => `${path.join('.')} is ${equals ? '' : 'not '}"${literal}"`)
    .join(' and ')

const unknown = (name: string, properties: readonly PropertyManifest[]): string => {
  const names = properties.map(property => property.name ?? '')
  const near = closest(name, names)
  if (near !== undefined) return `is not a property; did you mean ${near}?`
  return names.length > 0
    ? `is not a property; there are ${names.join(', ')}`
    : 'is not a property; there are none'
}
