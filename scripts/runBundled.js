import { buildSync } from 'esbuild'

/**
 * Runs a program that is written in TypeScript, with the words of this command: bundles the file
 * `entry` into `outfile`, calls its export `run`, and ends with the code that this gives.
 *
 * @param {string} entry
 * @param {string} outfile
 */
export const runBundled = async (entry, outfile) => {
  buildSync({
    entryPoints: [entry],
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
}
