import { buildSync } from 'esbuild'

/**
 * Makes the requests and outputs of the transcripts anew and shows what differs; with `--update`,
 * writes them. `npm run transcripts -- --update getNote` does so for files of that name.
 */
const outfile = 'dist/transcripts.mjs'
buildSync({
  entryPoints: ['test/transcripts/rewrite.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
})
const { rewrite } = await import(`../${outfile}`)
process.exitCode = await rewrite(process.argv.slice(2))
