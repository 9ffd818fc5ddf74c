import {
  InputError,
  type Action,
  type Component,
  type Exchange,
  type Problem,
} from '../../definitions/index.ts'
import { namesIn } from '../names/namesIn.ts'
import { namesInAccount } from '../names/namesInAccount.ts'
import { resolveNames, type ResolvedName } from '../names/resolveNames.ts'
import { resolve, type Follow, type Outputs } from '../references/resolve.ts'
import { requireBounded } from './bounds.ts'
import { convertObject } from './convert.ts'
import { manifestOf } from './manifestOf.ts'
import { problemsIn } from './problems.ts'
import { unsendable } from './sendable.ts'
import { schemaErrors, type OperationValidators } from './validate.ts'

/**
 * The input that `perform` is handed: references resolved, defaults filled in, converted, checked.
 * Without `outputs`, the input is data: `${…}` in it is a text like any other. Throws an `InputError`.
 */
export const checkInput = (
  action: Action,
  input: unknown,
  validators: OperationValidators,
  outputs?: Outputs,
  follow?: Follow,
): unknown => {
  const converted = converting(action, input, outputs, follow)
  const problems = problemsOf(action, converted, validators)
  if (problems.length === 0) return converted
  const names = namesIn(action.properties, converted).map(({ path }) => path)
  const isName = problems.some(({ path }) => names.includes(path))
  throw new InputError(problems, isName ? noNames : undefined)
}

const noNames = 'Names are not looked up here: give an id, or find it by a search.'

/** The same where a name may stand for an id. Nothing is looked up for an input that is wrong. */
export function* checkNamedInput(
  component: Component,
  action: Action,
  input: unknown,
  validators: OperationValidators,
  outputs?: Outputs,
  follow?: Follow,
): Exchange<{ readonly input: unknown; readonly resolved: readonly ResolvedName[] }> {
  const converted = converting(action, input, outputs, follow)
  const names = namesIn(action.properties, converted)
  const paths = names.map(({ path }) => path)
  const problems = problemsOf(action, converted, validators)
  refuse(problems.filter(({ path }) => !paths.includes(path)))
  const inAccount = yield* namesInAccount(action, converted)
  const named = yield* resolveNames(component, converted, [...names, ...inAccount])
  refuse(problemsOf(action, named.input, validators))
  return named
}

const converting = (
  action: Action,
  input: unknown,
  outputs: Outputs | undefined,
  follow: Follow | undefined,
): unknown => {
  requireBounded(input)
  const resolved = outputs ? resolve(input, outputs, '', follow) : input
  if (outputs) requireBounded(resolved)
  return convertObject(manifestOf(action).properties, resolved)
}

const problemsOf = (
  action: Action,
  converted: unknown,
  validators: OperationValidators,
): readonly Problem[] => [
  ...unsendable(converted),
  ...problemsIn(manifestOf(action), converted, schemaErrors(validators.input, converted)),
]

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new InputError(problems)
}
