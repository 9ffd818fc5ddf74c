import {
  inputSchema,
  propertyManifest,
  toJsonSchema,
  type Action,
  type JsonSchema,
  type Trigger,
} from '../../definitions/index.ts'
import { manifestOf } from '../input/manifestOf.ts'
import type { SchemaError } from '../input/messages.ts'
import type { OperationValidators, Validator } from '../input/validate.ts'
import { errorsOf } from './errorsOf.ts'

const made = new WeakMap<Action | Trigger, OperationValidators>()

/**
 * Validators that read the schemas of an operation, for hosts where the size of a bundle counts: the
 * compiled ones of all operations are larger than everything else. They report the same errors, in
 * the same order, and are made once.
 */
export const validatorsOf = (operation: Action | Trigger): OperationValidators => {
  const known = made.get(operation)
  if (known) return known
  const inputs = 'perform' in operation ? manifestOf(operation) : { properties: [] }
  const output = { ...propertyManifest(operation.output), required: true }
  const validators = {
    input: validator(inputSchema(inputs, 'run')),
    output: validator(toJsonSchema(output, 'output')),
  }
  made.set(operation, validators)
  return validators
}

const validator = (schema: JsonSchema): Validator => {
  let errors: readonly SchemaError[] = []
  const validate = (value: unknown) => {
    errors = errorsOf(schema, value)
    return errors.length === 0
  }
  return Object.defineProperty(validate, 'errors', { get: () => errors })
}
