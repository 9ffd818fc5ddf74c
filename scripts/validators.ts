import { chmod } from 'node:fs/promises'
import { build } from 'esbuild'
import { pipedrive } from '../component/index.ts'
import { inputSchema, toJsonSchema, toManifest } from '../definitions/index.ts'
import { compileValidators } from './compileValidators.ts'

const { actions, customActionDefinition, triggers } = toManifest(pipedrive)
const acting = [...actions, customActionDefinition]

/** Compiles one validator module per operation, so that nothing is compiled while steps run. */
const operations = [
  ...acting.map(action => ({ ...action, input: inputSchema(action, 'run') })),
  ...triggers.map(trigger => ({ ...trigger, input: inputSchema({ properties: [] }, 'run') })),
]
for (const { name, input, outputDefinition } of operations) {
  const { outputSchema } = outputDefinition.outputResponse
  const output = toJsonSchema({ ...outputSchema, required: true }, 'output')
  await compileValidators(`dist/validators/${name}.js`, { input, output })
}

/** The page loads one more for each form, where references may stand in place of values. */
for (const action of acting)
  await compileValidators(`dist/validators/form/${action.name}.js`, {
    form: inputSchema(action, 'design'),
  })

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
