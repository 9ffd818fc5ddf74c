import { pipedrive } from '../../component/index.ts'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { openStore } from '../../runtime/store/index.ts'
import { saveConnection } from '../../runtime/connections/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { blocks, pages } from './pages.ts'

const run = promisify(execFile)
const account = 'https://company.pipedrive.com'

/** Commands that talk to a real account, serve for ever, or run these very tests. */
const notHere =
  /^(npm (ci|start|test)|export )|company\.pipedrive\.com| sandbox --port| connect acme/
const commands = ['README.md', 'docs/cli.md'].flatMap(path =>
  blocks(path, 'sh')
    .flatMap(block => block.split('\n'))
    .filter(line => line !== '' && !notHere.test(line)),
)

let sandbox: Sandbox
const folder = mkdtempSync(join(tmpdir(), 'examples-'))
beforeAll(async () => {
  sandbox = await startSandbox()
  const { clientId, clientSecret, redirectUri, url, accessToken, refreshToken } = sandbox
  const app = { clientId, clientSecret, redirectUri, server: url }
  const reply = { accessToken, refreshToken, apiDomain: url, expiresIn: 3_600_000, scopes: [] }
  const store = await openStore({ component: pipedrive, folder })
  await saveConnection(store, 'acme', app, reply, 'Ada · Acme')
  store.close()
})
afterAll(() => sandbox.close())
const environment = () => ({
  ...process.env,
  PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken,
  PIPEDRIVE_COMPONENT_DATA: folder,
})

test.each(commands)('%s', async command => {
  const [, rest] = /^(?:npx pipedrive-component|npm run) (.*)$/.exec(command) ?? []
  if (rest === undefined) throw new Error('no test knows how to run this')
  const given = rest.replace('http://127.0.0.1:4100', sandbox.url)
  const shell = `"${process.execPath}" dist/bundle/cli/index.js ${given}`
  const { stdout } = await run('sh', ['-c', shell], { env: environment() })
  expect(stdout).not.toBe('')
})

test('there are commands to run', () => expect(commands.length).toBeGreaterThan(8))

const examples = pages.flatMap(path =>
  blocks(path, 'ts').map((code, index) => [path, index + 1, code] as const),
)

test.each(examples)(
  '%s, example %i',
  async (path, index, code) => {
    mkdirSync('dist/examples', { recursive: true })
    const file = `dist/examples/${path.replace(/\W/g, '-')}-${index}`
    writeFileSync(`${file}.mts`, code.replaceAll(account, sandbox.url))
    const options =
      '--noEmit --strict --skipLibCheck --module nodenext --target es2023 --types node'
    const compiler = ['node_modules/typescript/bin/tsc', ...options.split(' '), `${file}.mts`]
    await run(process.execPath, [...compiler, '--ignoreConfig'])
    buildSync({ entryPoints: [`${file}.mts`], outfile: `${file}.mjs`, logLevel: 'silent' })
    const { stdout, stderr } = await run(process.execPath, [`${file}.mjs`], { env: environment() })
    expect(stderr).toBe('')
    if (code.includes('console.log')) expect(stdout).toContain('title')
  },
  60_000,
)
