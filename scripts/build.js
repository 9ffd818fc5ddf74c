import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build as bundle } from 'esbuild'
import { build as buildPage } from 'vite'
import { buildScript } from './bytechef/build.js'

/**
 * Builds `dist`: the compiler checks the types and writes declarations; esbuild and vite write the
 * JavaScript at the same time.
 */
const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8'))
const entries = [...Object.values(bin), ...Object.values(exports).map(entry => entry.default)]
  .filter(file => file?.includes('dist/bundle/'))
  .map(file => file.replace(/^.*dist\/bundle\/(.*)\.js$/, '$1.ts'))
const scripts = ['scripts', 'bench', 'bench/programs'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`),
)

const options = {
  outbase: '.',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  external: ['#validators/*', '#mcp', '#undici'],
}
// Nothing of an earlier build stays: names of chunks change with their content.
for (const folder of ['bench', 'bundle', 'bytechef', 'mcp', 'scripts', 'undici', 'validators'])
  rmSync(`dist/${folder}`, { recursive: true, force: true })
// One file loads faster than sixty; what entries share, such as the error classes, they share.
// Names and lines stay, for traces of errors; the rest of what is written for readers goes.
await bundle({
  ...options,
  splitting: true,
  entryPoints: entries,
  outdir: 'dist/bundle',
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
})
await bundle({
  ...options,
  entryPoints: scripts,
  outdir: 'dist',
  // There may be no host besides Node.
  logOverride: { 'empty-glob': 'silent' },
})
await import('../dist/scripts/validators.js')
// It reads the types of the validators.
const typescript = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const compiler = spawn(process.execPath, [typescript, '-b'], { stdio: 'inherit' })
const compiled = once(compiler, 'exit')

await bundleUndici()
await buildScript('dist/bytechef/pipedrive.js')
await bundleMcp()
for (const file of Object.values(bin)) chmodSync(file, 0o755)

await import('../dist/scripts/bytechefDefinition.js')
await buildPage()

/** What is used of undici, in one file: to load its hundred files takes longer than all the rest. */
async function bundleUndici() {
  const dispatchers = {
    Client: 'client',
    EnvHttpProxyAgent: 'env-http-proxy-agent',
    Pool: 'pool',
  }
  const contents = [
    ...Object.entries(dispatchers).map(
      ([name, file]) => `export { default as ${name} } from 'undici/lib/dispatcher/${file}.js'`,
    ),
    // Proxies ask for a tunnel by a method that only the main file of undici adds.
    `import Dispatcher from 'undici/lib/dispatcher/dispatcher.js'`,
    `import connect from 'undici/lib/api/api-connect.js'`,
    `Dispatcher.prototype.connect = connect`,
  ].join('\n')
  await bundle({ ...onePackage(contents), outfile: 'dist/undici/index.js' })
  copyFileSync('node_modules/undici/LICENSE', 'dist/undici/LICENSE')
}

/** What is used of the SDK for agents, in one file. */
async function bundleMcp() {
  const sdk = '@modelcontextprotocol/sdk'
  const contents = [
    `export { Server } from '${sdk}/server/index.js'`,
    `export { StdioServerTransport } from '${sdk}/server/stdio.js'`,
    `export { StreamableHTTPServerTransport } from '${sdk}/server/streamableHttp.js'`,
    `export { CallToolRequestSchema, ElicitResultSchema, ListToolsRequestSchema } from '${sdk}/types.js'`,
  ].join('\n')
  // It would check what users write into forms, which the server never asks for; a third of the size.
  const withoutForms = {
    name: 'without-forms',
    setup: build =>
      build.onLoad({ filter: /[\\/]validation[\\/]ajv-provider\.js$/ }, () => ({
        contents: 'export class AjvJsonSchemaValidator {}',
      })),
  }
  await bundle({
    ...onePackage(contents),
    plugins: [withoutForms],
    outfile: 'dist/mcp/index.js',
  })
  copyFileSync(`node_modules/${sdk}/LICENSE`, 'dist/mcp/LICENSE')
}

/** A package in one file. */
function onePackage(contents) {
  return {
    ...options,
    stdin: { contents, resolveDir: '.' },
    packages: 'bundle',
    minify: true,
    // Files in CommonJS ask for Node's own modules by `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  }
}

const [code] = await compiled
process.exitCode = code ?? 1
// The compiler keeps the declarations of files that are gone.
for (const name of readdirSync('dist/types', { recursive: true }))
  if (name.endsWith('.d.ts') && !existsSync(name.replace(/\.d\.ts$/, '.ts')))
    rmSync(`dist/types/${name}`)
