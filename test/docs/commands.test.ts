import { execFileSync } from 'node:child_process'
import { runCommand } from '../cli/command.ts'
import { useAcme } from './storedConnection.ts'
import { blocks } from './pages.ts'

/** Commands that talk to a real account, serve for ever, run these very tests or need n8n. */
const notHere =
  /^(npm (ci|start|test)|export |npm run build:n8n|npm pack \.\/dist\/n8n|mkdir -p ~\/\.n8n|npm install )|company\.pipedrive\.com| sandbox --port| connect acme/
const lines = ['README.md', 'docs/cli.md'].flatMap(path =>
  blocks(path, 'sh')
    .flatMap(block => block.split('\n'))
    .filter(line => line !== '' && !notHere.test(line)),
)
const commands = [...new Set(lines)]

const { folder, sandbox } = useAcme()
const environment = () => ({
  PIPEDRIVE_ACCESS_TOKEN: sandbox().accessToken,
  PIPEDRIVE_COMPONENT_DATA: folder,
})

/** The words of a command, as a shell takes it apart. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')

const npx = commands.filter(command => command.startsWith('npx pipedrive-component '))

test.each(npx)('%s', async command => {
  const [, , ...words] = wordsOf(command.replace('http://127.0.0.1:4100', sandbox().url))
  const { code, stdout } = await runCommand(words, { env: environment() })
  expect(code).toBe(0)
  expect(stdout).not.toBe('')
})

test('npm run tour, as the program that is built', () => {
  const manifest = execFileSync('npm', ['pkg', 'get', 'scripts.tour'], { encoding: 'utf8' })
  const [program = '', ...words] = wordsOf(String(JSON.parse(manifest)))
  const stdout = execFileSync(program, words, { encoding: 'utf8' })
  expect(stdout).toMatch(/\d+ actions, .* triggers, .* option lists\n$/)
  const rows = (text: string) =>
    text.split('\n').flatMap(line => (/^✓/.test(line) ? [line.replace(/\d+$/, '')] : []))
  const [sample = ''] = blocks('README.md', 'tour')
  const spaces = (line: string) => line.replace(/\s+/g, ' ')
  expect(rows(stdout).map(spaces)).toEqual(expect.arrayContaining(rows(sample).map(spaces)))
})

test('there is no other command', () => {
  expect(commands.filter(command => !npx.includes(command))).toEqual(['npm run tour'])
  expect(npx.length).toBeGreaterThan(8)
})
