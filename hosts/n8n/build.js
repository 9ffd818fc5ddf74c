import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

/** Writes the package for n8n into `dist/n8n`. */
const root = resolve(import.meta.dirname, '../..')
const own = import.meta.dirname
const out = join(root, 'dist/n8n')
const nodes = 'nodes/PipedriveComponent'
process.chdir(root)
rmSync(out, { recursive: true, force: true })

const options = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['n8n-workflow'],
  logLevel: 'warning',
}
/** Both nodes share one bundle, and so the limits of a connection. */
const library = { outfile: join(out, 'dist/lib/index.js'), minify: true }
await build({ ...options, ...library, entryPoints: [join(own, 'src/index.ts')] })
const maxKilobytes = 250
const kilobytes = statSync(library.outfile).size / 1000
console.log(`The bundle for n8n: ${kilobytes.toFixed(1)} kB, of ${maxKilobytes} at most.`)
if (kilobytes > maxKilobytes) throw new Error(`it is larger than ${maxKilobytes} kB`)
const shared = {
  name: 'shared',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/src\/index\.ts$/ }, () => ({
      path: '../../lib/index.js',
      external: true,
    })),
}
await build({
  ...options,
  plugins: [shared],
  outbase: own,
  outdir: join(out, 'dist'),
  entryPoints: [
    `${own}/${nodes}/PipedriveComponent.node.ts`,
    `${own}/${nodes}/PipedriveComponentTrigger.node.ts`,
    `${own}/credentials/PipedriveComponentOAuth2Api.credentials.ts`,
  ],
})

const schemaModule = join(root, 'dist/n8n-schemas.cjs')
await build({ ...options, entryPoints: [join(own, 'src/schemas.ts')], outfile: schemaModule })
const { schemas } = createRequire(import.meta.url)(schemaModule)
for (const [path, schema] of Object.entries(schemas)) {
  const file = join(out, 'dist', nodes, '__schema__/v1.0.0', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
}

for (const file of [
  'PipedriveComponent.node.json',
  'PipedriveComponentTrigger.node.json',
  'pipedrive.svg',
  'pipedrive.dark.svg',
])
  cpSync(join(own, nodes, file), join(out, 'dist', nodes, file))
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'))
const readme = join(own, 'README.md')
cpSync(readme, join(out, 'README.md'))
const read = file => JSON.parse(readFileSync(file, 'utf8'))
const { version } = read(join(root, 'package.json'))
// n8n loads CommonJS.
const { type: _, ...published } = read(join(own, 'package.json'))
const manifest = { ...published, version }
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
