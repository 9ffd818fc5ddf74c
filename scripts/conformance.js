import { buildSync } from 'esbuild'

/**
 * Holds all hosts against the cases of `test/conformance` and prints a table.
 * `npm run conformance -- node --all --only faults` names hosts, shows every case, or takes some.
 */
const outfile = 'dist/conformance.mjs'
buildSync({
  entryPoints: ['test/conformance/run.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  external: ['#validators/*', '#undici'],
  logLevel: 'error',
})
const { run } = await import(`../${outfile}`)
process.exitCode = await run(process.argv.slice(2))
