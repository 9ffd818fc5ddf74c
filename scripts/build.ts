import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import standalone from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { pipedrive } from '../component/index.ts'
import { inputSchema, toJsonSchema, toManifest } from '../definitions/index.ts'

/** Compiles one validator module per operation, so that nothing is compiled while steps run. */
const { actions, customActionDefinition, triggers } = toManifest(pipedrive)
const operations = [
  ...[...actions, customActionDefinition].map(action => ({
    name: action.name,
    input: inputSchema(action, 'run'),
    output: action.outputDefinition.outputResponse.outputSchema,
  })),
  ...triggers.map(trigger => ({
    name: trigger.name,
    input: inputSchema({ properties: [] }, 'run'),
    output: trigger.outputDefinition.outputResponse.outputSchema,
  })),
]

const folder = new URL('../validators/', import.meta.url)
await mkdir(folder, { recursive: true })
await Promise.all(
  operations.map(async ({ name, input, output }) => {
    const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } })
    addFormats.default(ajv)
    ajv.addSchema({ $id: 'input', ...input })
    ajv.addSchema({ $id: 'output', ...toJsonSchema({ ...output, required: true }, 'output') })
    // The ESM that ajv writes still requires its runtime; bundling takes that in.
    const contents = standalone.default(ajv, { input: 'input', output: 'output' })
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: process.cwd() },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['main'],
      minify: true,
      write: false,
    })
    for (const file of outputFiles) await writeFile(new URL(`${name}.js`, folder), file.contents)
  }),
)

/** One file loads faster than sixty; what entries share, such as the error classes, they share. */
const entries = [
  'component',
  'definitions',
  'runtime',
  'runtime/store',
  'sandbox',
  'workbench/server',
  'cli',
]
await build({
  entryPoints: entries.map(name => `${name}/index.ts`),
  outdir: 'dist/bundle',
  bundle: true,
  splitting: true,
  sourcemap: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  external: ['#validators/*'],
})
await chmod('dist/bundle/cli/index.js', 0o755)
await chmod('dist/cli/index.js', 0o755)
