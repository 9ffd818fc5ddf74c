import { buildSync } from 'esbuild'

/** Runs the script for ByteChef in GraalJS; `--allow-missing` where there is no Java or Maven. */
const outfile = 'dist/graal.mjs'
buildSync({
  entryPoints: ['test/hosts/bytechef/graalRun.ts'],
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
