import type { OperationValidators, Validator } from '../engine/index.ts'

const loaded = new Map<string, Promise<OperationValidators>>()

/** Validators are compiled when the package is built, and loaded once an operation needs them. */
export const loadValidators = (
  component: string,
  operation: string,
): Promise<OperationValidators> => {
  const key = `${component}/${operation}`
  const known = loaded.get(key) ?? load(component, operation)
  loaded.set(key, known)
  return known
}

const load = async (component: string, operation: string): Promise<OperationValidators> => {
  const module: unknown = await import(`#validators/${component}/${operation}.js`)
  const input: unknown = Reflect.get(Object(module), 'input')
  const output: unknown = Reflect.get(Object(module), 'output')
  if (!isValidator(input) || !isValidator(output))
    throw new TypeError(`there are no validators for ${operation} of ${component}`)
  return { input, output }
}

const isValidator = (value: unknown): value is Validator => typeof value === 'function'
