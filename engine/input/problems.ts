import {
  closest,
  distance,
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
  violationsIn(action, input, errors, 'run').map(violation => ({
    path: violation.path,
    problem: problemOf(violation),
  }))

const problemOf = (violation: Violation): string => {
  switch (violation.kind) {
    case 'missing':
      return 'is required'
    case 'unknown':
      return unknown(violation.keys.at(-1) ?? '', violation.siblings)
    case 'none-of':
      return `${violation.groups.map(group => group.join(' and ')).join(' or ')} is required`
    case 'hidden':
      return `can only be given where ${violation.condition}`
    case 'value':
      return violation.problem
  }
}

const unknown = (name: string, properties: readonly PropertyManifest[]): string => {
  const names = properties.map(property => property.name ?? '')
  const near = names.length > 0 ? closest(name, names) : undefined
  if (near !== undefined && distance(name, near) <= Math.max(2, name.length / 3))
    return `is not a property; did you mean ${near}?`
  return names.length > 0
    ? `is not a property; there are ${names.join(', ')}`
    : 'is not a property; there are none'
}
