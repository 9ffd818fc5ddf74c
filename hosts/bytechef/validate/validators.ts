import {
  inputSchema,
  toJsonSchema,
  type Action,
  type JsonSchema,
} from '../../../definitions/index.ts'
import {
  manifestOf,
  type OperationValidators,
  type SchemaError,
  type Validator,
} from '../../../engine/index.ts'
import { errorsOf } from './errorsOf.ts'

/**
 * The validators of one action. The compiled ones of all operations are several times the size of
 * this host, and the platform reads the whole script again for each call.
 */
export const validatorsOf = (action: Action): OperationValidators => {
  const manifest = manifestOf(action)
  const { outputSchema } = manifest.outputDefinition.outputResponse
  return {
    input: validator(inputSchema(manifest, 'run')),
    output: validator(toJsonSchema({ ...outputSchema, required: true }, 'output')),
  }
}

const validator = (schema: JsonSchema): Validator => {
  let errors: readonly SchemaError[] = []
  const validate = (value: unknown) => {
    errors = errorsOf(schema, value)
    return errors.length === 0
  }
  return Object.defineProperty(validate, 'errors', { get: () => errors })
}
