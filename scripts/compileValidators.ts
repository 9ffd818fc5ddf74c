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
