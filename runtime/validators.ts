import type { OperationValidators, Validator } from '../engine/index.ts'

/** Validators are compiled when the package is built, and loaded when an operation needs them. */
export const loadValidators = async (
  component: string,
  operation: string,
): Promise<OperationValidators> => {
  const module: unknown = await import(`#validators/${component}/${operation}.js`)
  const input: unknown = Reflect.get(Object(module), 'input')
  const output: unknown = Reflect.get(Object(module), 'output')
  if (!isValidator(input) || !isValidator(output))
    throw new TypeError(`there are no validators for ${operation} of ${component}`)
  return { input, output }
}

const isValidator = (value: unknown): value is Validator => typeof value === 'function'
