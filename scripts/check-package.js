import { execSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Packs the package, prints its size, and fails where it is too large or its entries are wrong. */
const maxKilobytes = 1200
const maxKilobytesWithoutPage = 900
/** Read again for each call of ByteChef. */
const maxScriptKilobytes = 97
const unwanted = /\.(map|tsbuildinfo|png|gif|jpe?g)$/

/** Declarations that others of the package import, and that are not in it. */
const missingTypes = paths =>
  paths
    .filter(path => path.endsWith('.d.ts') && path.startsWith('dist/types/'))
    .flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].map(
        ([, name]) => normalize(join(dirname(path), name.replace(/\.(d\.)?[jt]s$/, '.d.ts'))),
      ),
    )
    .filter(path => !paths.includes(path))

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Packages that declarations name and that are not installed with this one. */
const missingPackages = paths =>
  paths
    .filter(path => path.endsWith('.d.ts') && path.startsWith('dist/types/'))
    .flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*['"]([^.#'"][^'"]*)['"]/g)]
        .map(([, name]) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0])
        .filter(name => !name.startsWith('node:') && !Object.hasOwn(dependencies, name))
        .map(name => `${path} needs the types of ${name}, which is no dependency.`),
    )

const folder = mkdtempSync(join(tmpdir(), 'package-'))
try {
  const pack = `npm pack --ignore-scripts --json --pack-destination "${folder}"`
  const [{ filename, size, unpackedSize, files }] = JSON.parse(execSync(pack))
  const paths = files.map(({ path }) => path)
  const page = paths.filter(path => path.startsWith('dist/page/')).map(path => readFileSync(path))
  const kilobytes = Math.round(size / 1000)
  const kilobytesWithoutPage = Math.round((size - gzipSync(Buffer.concat(page)).length) / 1000)
  console.log(
    `The package: ${kilobytes} kB packed, ${kilobytesWithoutPage} kB without the page, ` +
      `${Math.round(unpackedSize / 1000)} kB unpacked, ${files.length} files.`,
  )
  const scriptKilobytes = statSync('dist/bytechef/pipedrive.js').size / 1000
  const problems = [
    ...(scriptKilobytes > maxScriptKilobytes
      ? [`The script for ByteChef is larger than ${maxScriptKilobytes} kB.`]
      : []),
    ...(kilobytes > maxKilobytes ? [`It is larger than ${maxKilobytes} kB.`] : []),
    ...(kilobytesWithoutPage > maxKilobytesWithoutPage
      ? [`Without the page it is larger than ${maxKilobytesWithoutPage} kB.`]
      : []),
    ...missingTypes(paths).map(path => `${path} is imported by another file of types.`),
    ...missingPackages(paths),
    ...paths.filter(path => unwanted.test(path)).map(path => `${path} does not belong into it.`),
  ]
  for (const problem of problems) console.error(problem)

  const checks = [
    `publint run ${filename} --strict`,
    // It has ES modules only, and JSON has no types.
    `attw ${filename} --profile esm-only --no-summary --exclude-entrypoints component.json`,
  ]
  const failed = checks.filter(check => {
    const { status, stdout, stderr } = spawnSync(check, { cwd: folder, shell: true })
    if (status !== 0) console.error(`${check}\n${stdout}${stderr}`)
    return status !== 0
  })
  process.exitCode = problems.length + failed.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}
