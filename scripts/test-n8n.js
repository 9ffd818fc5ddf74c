import { buildSync } from 'esbuild'

/**
 * Tries the package in a real n8n, which it installs (2.9 GB). `npm run test:n8n -- --pictures`
 * takes the pictures of the documentation, `-- --queue` runs queue mode.
 */
const outfile = 'dist/n8n-test.mjs'
buildSync({
  entryPoints: ['test/hosts/n8n/real/index.ts'],
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
