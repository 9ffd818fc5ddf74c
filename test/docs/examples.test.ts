import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { blocks, pages } from './pages.ts'

const run = promisify(execFile)
const account = 'https://company.pipedrive.com'
const options = '--noEmit --strict --skipLibCheck --module nodenext --target es2023 --types node'

const examples = pages.flatMap(path =>
  blocks(path, 'ts').map((code, index) => {
    const file = `dist/examples/${path.replace(/\W/g, '-')}-${index + 1}`
    return [`${path}, example ${index + 1}`, file, code] as const
  }),
)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  mkdirSync('dist/examples', { recursive: true })
  for (const [, file, code] of examples)
    writeFileSync(`${file}.mts`, code.replaceAll(account, sandbox.url))
})
afterAll(() => sandbox.close())

test('the examples compile', async () => {
  const files = examples.map(([, file]) => `${file}.mts`)
  const compiler = ['node_modules/typescript/bin/tsc', ...options.split(' '), '--ignoreConfig']
  await run(process.execPath, [...compiler, ...files])
}, 60_000)

test.each(examples)('%s runs', async (_example, file, code) => {
  buildSync({ entryPoints: [`${file}.mts`], outfile: `${file}.mjs`, logLevel: 'silent' })
  const env = { ...process.env, PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const { stdout, stderr } = await run(process.execPath, [`${file}.mjs`], { env })
  expect(stderr).toBe('')
  if (code.includes('console.log')) expect(stdout).toContain('title')
})
