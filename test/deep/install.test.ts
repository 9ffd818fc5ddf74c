import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { buildSync, transformSync } from 'esbuild'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { blocks } from '../docs/pages.ts'

const account = 'https://company.pipedrive.com'
/** Nothing is asked of the registry that the cache has. */
const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
const timeout = 240_000
let folder: string
let sandbox: Sandbox

const execute = promisify(execFile)
const npm = (cwd: string, ...args: readonly string[]) => execute('npm', args, { cwd, timeout })
const run = async (file: string, ...args: readonly string[]) => {
  const env = { ...process.env, PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const options = { cwd: folder, timeout: 60_000, env }
  return (await execute(process.execPath, [file, ...args], options)).stdout
}

beforeAll(async () => {
  sandbox = await startSandbox()
  folder = mkdtempSync(join(tmpdir(), 'install-'))
  await npm('.', 'pack', '--ignore-scripts', '--pack-destination', folder)
  const [tarball = ''] = readdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }')
  await npm(folder, 'install', ...quiet, tarball)
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

const examples = blocks('README.md', 'ts').map((code, index) => [index + 1, code] as const)

test.each(examples)('example %i of the README compiles and runs', async (i, code) => {
  const file = join(folder, `example-${i}`)
  const here = code.replaceAll(account, sandbox.url)
  writeFileSync(`${file}.mts`, here)
  const options =
    '--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext --target es2023'
  const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')]
  const compiler = resolve('node_modules/typescript/bin/tsc')
  await run(compiler, ...options.split(' '), ...types, `${file}.mts`)
  writeFileSync(`${file}.mjs`, transformSync(here, { loader: 'ts' }).code)
  expect(await run(`${file}.mjs`)).toContain('title')
})

test('the command runs', async () => {
  const command = join(folder, 'node_modules/.bin/pipedrive-component')
  expect((await execute(command, ['list'])).stdout).toContain('addDeal')
})

test('a host can bundle the component with all its validators', async () => {
  const file = join(folder, 'host.ts')
  writeFileSync(
    file,
    `import { pipedrive } from 'pipedrive-component'
     import * as validators from 'pipedrive-component/validators'
     const { input } = validators.addDeal
     console.log(pipedrive.name, input({ deal: { titel: 'Desks' } }), input({ deal: { title: 'Desks' } }))
     console.log(input.errors?.length ?? 0)`,
  )
  const outfile = join(folder, 'host.mjs')
  buildSync({ entryPoints: [file], outfile, bundle: true, format: 'esm', platform: 'neutral' })
  expect(await run(outfile)).toBe('pipedrive false true\n0\n')
})

describe('npm ci --omit=dev in a checkout', () => {
  let checkout: string
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
    for (const name of ['package.json', 'package-lock.json', 'scripts'])
      cpSync(name, join(checkout, name), { recursive: true })
  })
  afterEach(() => rmSync(checkout, { recursive: true }))

  test('says what to do where nothing is built', async () => {
    const { stdout } = await npm(checkout, 'ci', '--omit=dev', ...quiet)
    expect(stdout).toContain('run `npm ci`')
  })

  test('has nothing to say where it is built', async () => {
    mkdirSync(join(checkout, 'dist/bundle'), { recursive: true })
    const { stdout } = await execute(process.execPath, ['scripts/prepare.js'], { cwd: checkout })
    expect(stdout).toBe('')
  })
})
