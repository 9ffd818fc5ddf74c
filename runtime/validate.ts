import { pipedrive } from '../component/index.ts'
import {
  dotted,
  valueAt,
  type ActionManifest,
  type SchemaError,
  type SchemaMode,
} from '../definitions/index.ts'
import { problemsIn, type Problem } from './problems.ts'

type Validator = ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null }

/** Validators are compiled when the package is built, and loaded when an operation needs them. */
const load = async (operation: string, of: 'input' | 'output'): Promise<Validator> => {
  const module: unknown = await import(`#validators/${pipedrive.name}/${operation}.js`)
  const validator: unknown = Reflect.get(Object(module), of)
  if (!isValidator(validator)) throw new TypeError(`no validator for the ${of} of ${operation}`)
  return validator
}

const isValidator = (value: unknown): value is Validator => typeof value === 'function'

const check = async (
  { name }: Pick<ActionManifest, 'name'>,
  of: Extract<SchemaMode, 'output'> | 'input',
  value: unknown,
): Promise<readonly SchemaError[]> => {
  const validate = await load(name, of)
  return validate(value) ? [] : (validate.errors ?? [])
}

/** What is wrong with an input, in words for the person who wrote it. */
export const inputProblems = async (
  action: ActionManifest,
  input: unknown,
): Promise<readonly Problem[]> => problemsIn(action, input, await check(action, 'input', input))

export interface Warning {
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** Where an output is not as declared. */
export const outputWarnings = async (
  operation: Pick<ActionManifest, 'name'>,
  output: unknown,
): Promise<readonly Warning[]> =>
  (await check(operation, 'output', output)).map(({ instancePath, message = '' }) => ({
    path: dotted(instancePath),
    expected: message.replace(/^must be /, ''),
    got: kindOf(valueAt(output, instancePath)),
  }))

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
