import { InputError, type Action } from '../../definitions/index.ts'
import { resolve, type Outputs } from '../references/resolve.ts'
import { requireBounded } from './bounds.ts'
import { convertObject } from './convert.ts'
import { manifestOf } from './manifestOf.ts'
import { problemsIn } from './problems.ts'
import { unsendable } from './sendable.ts'
import { schemaErrors, type OperationValidators } from './validate.ts'

/**
 * The input that `perform` is handed: references resolved, defaults filled in, converted, checked.
 * Throws an `InputError`.
 */
export const checkInput = (
  action: Action,
  input: unknown,
  validators: OperationValidators,
  outputs: Outputs = {},
): unknown => {
  const manifest = manifestOf(action)
  requireBounded(input)
  const resolved = resolve(input, outputs)
  requireBounded(resolved)
  const converted = convertObject(manifest.properties, resolved)
  const errors = schemaErrors(validators.input, converted)
  const problems = [...unsendable(converted), ...problemsIn(manifest, converted, errors)]
  if (problems.length > 0) throw new InputError(problems)
  return converted
}
