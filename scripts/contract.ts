import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Holds every exchange of the tour, of the sandbox's tests and of the official client against
 * Pipedrive's OpenAPI files, and prints what was exchanged by operation and class of status.
 */
const { values } = parseArgs({
  options: { spec: { type: 'string' }, 'allow-missing': { type: 'boolean', default: false } },
})
const spec = resolve(values.spec ?? process.env['PIPEDRIVE_SPEC'] ?? '.')
if (!existsSync(join(spec, 'pipedrive-v2.yaml'))) {
  console.error(`Pipedrive’s OpenAPI files are not in ${values.spec ?? 'the folder of --spec'}.`)
  console.error('Give their folder: npm run test:contract -- --spec FOLDER')
  process.exit(values['allow-missing'] ? 0 : 1)
}

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--silent',
    'test/sandbox/',
    'test/deep/contract',
    'test/deep/official-client',
    'test/deep/fuzz',
  ],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PIPEDRIVE_SPEC: spec, PIPEDRIVE_TALLY: folder },
  },
)

interface Tally {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly violations: readonly unknown[]
}
const total = new Map<string, Map<string, number>>()
let exchanges = 0
let violations = 0
for (const file of readdirSync(folder)) {
  const tally = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tally
  violations += tally.violations.length
  for (const [operation, classes] of Object.entries(tally.counts))
    for (const [name, count] of Object.entries(classes)) {
      const sums = total.get(operation) ?? new Map<string, number>()
      total.set(operation, sums.set(name, (sums.get(name) ?? 0) + count))
      exchanges += count
    }
}
rmSync(folder, { recursive: true })

const unknown = ([name]: readonly [string, unknown]) => name.endsWith('(not in the files)')
const operations = [...total].filter(one => !unknown(one)).sort(([a], [b]) => a.localeCompare(b))
for (const [operation, classes] of operations) {
  const figures = [...classes].sort(([a], [b]) => a.localeCompare(b))
  console.log(`${operation.padEnd(60)} ${figures.map(figure => figure.join(' ')).join('  ')}`)
}
const others = [...total].filter(unknown).flatMap(([, classes]) => [...classes.values()])
console.log(
  `${others.reduce((sum, n) => sum + n, 0)} requests that the files do not have, all refused`,
)
console.log(`${operations.length} operations, ${exchanges} exchanges, ${violations} violations`)
process.exitCode = violations > 0 ? 1 : (status ?? 1)
