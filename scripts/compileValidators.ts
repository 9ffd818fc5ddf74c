import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import type { JsonSchema } from '../definitions/index.ts'

/** Writes a module that exports one validator for each schema, by its name. */
export const compileValidators = async (
  file: string,
  schemas: Readonly<Record<string, JsonSchema>>,
): Promise<void> => {
  const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } })
  addFormats.default(ajv)
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({ $id: name, ...schema })
  const names = Object.fromEntries(Object.keys(schemas).map(name => [name, name]))
  // The ESM that ajv writes still requires its runtime; bundling takes that in.
  const { outputFiles } = await build({
    stdin: { contents: standalone.default(ajv, names), resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minify: true,
    write: false,
  })
  await mkdir(dirname(file), { recursive: true })
  for (const { contents } of outputFiles) await writeFile(file, contents)
}

/** Writes a module that exports the validators of all operations by name, for hosts that bundle. */
export const writeIndex = async (folder: string, operations: readonly string[]): Promise<void> => {
  const lines = (line: (name: string) => string) => operations.map(line).join('')
  await writeFile(
    `${folder}/index.js`,
    lines(name => `export * as ${name} from './${name}.js'\n`),
  )
  await writeFile(
    `${folder}/index.d.ts`,
    declarations + lines(name => `export declare const ${name}: OperationValidators\n`),
  )
}

const declarations = `/** As ajv reports it: https://ajv.js.org/api.html#error-objects */
export interface ValidationError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}
/** Whether data is valid; where it is not, \`errors\` says why until the next call. */
export interface Validator {
  (data: unknown): boolean
  errors?: readonly ValidationError[] | null
}
export interface OperationValidators {
  readonly input: Validator
  readonly output: Validator
}
`
