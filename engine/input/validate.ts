import { pointerToPath, valueAt } from './pointer.ts'
import type { SchemaError } from './messages.ts'

/** A compiled JSON Schema, with the errors of its last call, as ajv makes it. */
export type Validator = ((value: unknown) => boolean) & {
  readonly errors?: readonly SchemaError[] | null
}

/** What a host hands in for an operation. */
export interface OperationValidators {
  readonly input: Validator
  readonly output: Validator
}

/** What a validator says of a value. */
export const schemaErrors = (validate: Validator, value: unknown): readonly SchemaError[] =>
  validate(value) ? [] : (validate.errors ?? [])

export interface Warning {
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** Where an output is not as declared. */
export const outputWarnings = (
  { output: validate }: OperationValidators,
  output: unknown,
): readonly Warning[] =>
  schemaErrors(validate, output).map(({ instancePath, message = '' }) => ({
    path: pointerToPath(instancePath),
    expected: message.replace(/^must be /, ''),
    got: kindOf(valueAt(output, instancePath)),
  }))

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
