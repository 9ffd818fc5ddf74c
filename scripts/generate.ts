import { readFile, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { createGenerator } from 'ts-json-schema-generator'
import {
  checkDefinition,
  toJsonSchema,
  toManifest,
  type JsonSchema,
  type OutputResponseManifest,
} from '../definitions/index.ts'
import { describe } from '../hosts/n8n/src/describe.ts'
import { eventProperties } from '../hosts/n8n/src/events.ts'
import { component } from './component.ts'
import { withCounts } from './counts.ts'
import { degradedFiles } from './degraded.ts'
import { n8nOutline } from './n8nOutline.ts'
import { renderReference } from './reference.ts'

/** Writes the files that are made from the definition; with `--check`, fails where one is stale. */
const manifest = { $schema: './definitions/component.schema.json', ...toManifest(component) }
const schema: JsonSchema = Object.fromEntries(
  Object.entries(
    createGenerator({
      path: 'definitions/manifest/manifest.ts',
      tsconfig: 'tsconfig.pure.json',
      type: 'ComponentManifest',
      additionalProperties: false,
      skipTypeCheck: true,
    }).createSchema('ComponentManifest'),
  ),
)

const files: Readonly<Record<string, string>> = {
  'component.json': json(manifest),
  'definitions/component.schema.json': json(schema),
  'docs/reference.md': renderReference(manifest),
  'README.md': withCounts(await readFile('README.md', 'utf8'), component),
  'package.json': withCounts(await readFile('package.json', 'utf8'), component),
  ...(await degradedFiles()),
  'test/hosts/n8n/parameters.txt': n8nOutline({
    action: describe(component),
    trigger: eventProperties(component),
  }),
}

const ajv = new Ajv({ allErrors: true, strict: false, strictTypes: false })
addFormats.default(ajv)

const problems = [
  ...checkDefinition(component),
  ...(ajv.validate(schema, JSON.parse(json(manifest)))
    ? []
    : [`component.json: ${ajv.errorsText()}`]),
  ...[...manifest.actions, ...manifest.triggers, manifest.customActionDefinition].flatMap(
    operation => sampleProblems(operation.name, operation.outputDefinition.outputResponse),
  ),
  ...(process.argv.includes('--check') ? await staleFiles() : []),
]
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exitCode = 1
} else if (!process.argv.includes('--check')) {
  for (const [name, text] of Object.entries(files)) await writeFile(name, text)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function sampleProblems(name: string, { outputSchema, sampleOutput }: OutputResponseManifest) {
  return ajv.validate(
    { ...toJsonSchema({ ...outputSchema, required: true }, 'output') },
    sampleOutput,
  )
    ? []
    : [`${name}: sampleOutput: ${ajv.errorsText()}`]
}

async function staleFiles(): Promise<readonly string[]> {
  const stale: string[] = []
  for (const [name, text] of Object.entries(files))
    if ((await readFile(name, 'utf8').catch(() => '')) !== text)
      stale.push(`${name} is stale: run npm run generate`)
  return stale
}
