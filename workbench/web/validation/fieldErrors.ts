import {
  propertyAt,
  schemaErrors,
  violationsIn,
  type Validator,
  type Violation,
} from '../../../engine/index.ts'
import type { FieldProblem } from '../../api/index.ts'
import { memberAt, type PropertyManifest } from '../../../definitions/index.ts'
import type { Inputs } from './inputs.ts'
import { memberProblems } from './memberErrors.ts'
import { withDefaults } from './parameters.ts'

export interface FieldError {
  /** `person.email[0].value` */
  readonly path: string
  readonly message: string
  /** The field is empty; not reported before the first attempt to use the form. */
  readonly missing: boolean
  /** The way to a key that the operation does not know, for taking it away. */
  readonly unknownKey?: readonly string[]
}

/** Everything that is wrong with what stands in a form, at the fields concerned. */
export const fieldErrors = (
  operation: Inputs,
  draft: unknown,
  validate: Validator,
): readonly FieldError[] => {
  const checked = withDefaults(operation, draft)
  const violations = violationsIn(operation, checked, schemaErrors(validate, checked), 'design')
  const errors = [
    ...violations.flatMap(violation => toFieldErrors(operation, violation)),
    ...operation.properties.flatMap(property => dynamicErrors(operation, property, checked, '')),
  ]
  return [...new Map(errors.map(found => [found.path, found])).values()]
}

/** Of the members that only the account knows. */
const dynamicErrors = (
  operation: Inputs,
  { name = '', properties = [], propertiesDataSource }: PropertyManifest,
  checked: unknown,
  parent: string,
): readonly FieldError[] => {
  const path = parent + name
  if (!propertiesDataSource)
    return properties.flatMap(child => dynamicErrors(operation, child, checked, `${path}.`))
  return memberProblems(properties, memberAt(checked, path), path).map(({ path, problem }) => ({
    path,
    message:
      problem === undefined
        ? `${labelAt(operation, path)} is required`
        : sentence(operation, path, problem),
    missing: problem === undefined,
  }))
}

const toFieldErrors = (operation: Inputs, violation: Violation): readonly FieldError[] => {
  const { path, kind } = violation
  switch (kind) {
    case 'missing':
      return [{ path, message: `${labelAt(operation, path)} is required`, missing: true }]
    case 'unknown': {
      const message = `${path} is not a property of this operation`
      return [{ path, message, missing: false, unknownKey: violation.keys }]
    }
    case 'none-of':
      return noneOfErrors(operation, violation.groups)
    case 'hidden':
      // Fields that are not shown are left out of what is validated.
      return []
    case 'value': {
      const message = sentence(operation, path, violation.problem)
      return [{ path, message, missing: violation.value === null }]
    }
  }
}

/** `is required` needs to be said of something; `"abc" is not a number` does not. */
const sentence = (operation: Inputs, path: string, problem: string): string =>
  /^(is|can) /.test(problem) ? `${labelAt(operation, path)} ${problem}` : problem

/** What the server has found wrong with the parameters of a node. */
export const serverFieldErrors = (
  operation: Inputs,
  problems: readonly FieldProblem[],
): readonly FieldError[] =>
  problems.map(({ path, problem }) => ({
    path,
    message: sentence(operation, path, problem),
    missing: false,
  }))

/** Says at each field which ones would do. */
const noneOfErrors = (operation: Inputs, groups: readonly (readonly string[])[]) => {
  const labels = groups.map(paths => paths.map(path => labelAt(operation, path)).join(' and '))
  const message = `${labels.join(' or ')} is required`
  return groups.flat().map(path => ({ path, message, missing: true }))
}

const labelAt = (operation: Inputs, path: string): string => {
  const { label, name } = propertyAt(operation, path) ?? {}
  const [, row] = /\[(\d+)\]$/.exec(path) ?? []
  return label ?? name ?? (row === undefined ? 'This' : `Row ${Number(row) + 1}`)
}
