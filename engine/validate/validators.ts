import { propertyManifest, type Action, type Trigger } from '../../definitions/index.ts'
import { manifestOf } from '../input/manifestOf.ts'
import type { OperationValidators, Validator } from '../input/validate.ts'
import { root, type Errors } from './place.ts'
import { propertyErrors } from './propertyErrors.ts'
import { actionRules } from './rules.ts'

const made = new WeakMap<Action | Trigger, OperationValidators>()

/**
 * Validators that read the properties of an operation, for hosts where the size of a bundle counts:
 * the compiled ones of all operations are larger than everything else. They report the errors of
 * those that say something, in the same order, and are made once.
 */
export const validatorsOf = (operation: Action | Trigger): OperationValidators => {
  const known = made.get(operation)
  if (known) return known
  const inputs = 'perform' in operation ? manifestOf(operation) : { properties: [] }
  const output = { ...propertyManifest(operation.output), required: true }
  const rules = actionRules(inputs)
  const input = { type: 'OBJECT', required: true, properties: inputs.properties } as const
  const validators = {
    input: validator(value => propertyErrors(input, value, 'run', root, rules)),
    output: validator(value => propertyErrors(output, value, 'output', root)),
  }
  made.set(operation, validators)
  return validators
}

const validator = (check: (value: unknown) => Errors): Validator => {
  let errors: Errors = []
  const validate = (value: unknown) => {
    errors = check(value)
    return errors.length === 0
  }
  return Object.defineProperty(validate, 'errors', { get: () => errors })
}
