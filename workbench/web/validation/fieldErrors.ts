import {
  pointerToPath,
  pointerKeys,
  validationMessage,
  propertyAt,
  valueAt,
  type SchemaError,
} from '../../../engine/index.ts'
import type { FieldProblem } from '../../api/index.ts'
import type { Inputs } from './inputs.ts'
import { withDefaults } from './parameters.ts'

/** Compiled when the page is built. */
export type Validate = ((data: unknown) => boolean) & {
  errors?: readonly SchemaError[] | null
}

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
  validate: Validate,
): readonly FieldError[] => {
  const checked = withDefaults(operation, draft)
  if (validate(checked)) return []
  const errors = (validate.errors ?? []).flatMap(error => toFieldErrors(operation, checked, error))
  return [...new Map(errors.map(found => [found.path, found])).values()]
}

/** A schema asks for a value or for a text with references: what the second misses is no news. */
const aboutReferences = /\/anyOf\/1\//

const toFieldErrors = (
  operation: Inputs,
  checked: unknown,
  error: SchemaError,
): readonly FieldError[] => {
  const { instancePath, schemaPath, keyword, params } = error
  if (operation.anyOf && schemaPath.startsWith('#/allOf/0/'))
    return keyword === 'anyOf' ? anyOfErrors(operation, operation.anyOf) : []
  if (keyword === 'anyOf' || keyword === 'if' || aboutReferences.test(schemaPath)) return []
  const parent = pointerToPath(instancePath)
  const child = (name: unknown) => (parent ? `${parent}.${String(name)}` : String(name))
  if (keyword === 'additionalProperties') {
    const path = child(params['additionalProperty'])
    const unknownKey = [...pointerKeys(instancePath), String(params['additionalProperty'])]
    const message = `${path} is not a property of this operation`
    return [{ path, message, missing: false, unknownKey }]
  }
  if (keyword === 'required') {
    const path = child(params['missingProperty'])
    return [{ path, message: `${labelAt(operation, path)} is required`, missing: true }]
  }
  const value = valueAt(checked, instancePath)
  const problem = validationMessage(error, value, propertyAt(operation, parent))
  return [{ path: parent, message: sentence(operation, parent, problem), missing: value === null }]
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
const anyOfErrors = (operation: Inputs, groups: readonly (readonly string[])[]) => {
  const labels = groups.map(paths => paths.map(path => labelAt(operation, path)).join(' and '))
  const message = `${labels.join(' or ')} is required`
  return groups.flat().map(path => ({ path, message, missing: true }))
}

const labelAt = (operation: Inputs, path: string): string => {
  const { label, name } = propertyAt(operation, path) ?? {}
  const [, row] = /\[(\d+)\]$/.exec(path) ?? []
  return label ?? name ?? (row === undefined ? 'This' : `Row ${Number(row) + 1}`)
}
