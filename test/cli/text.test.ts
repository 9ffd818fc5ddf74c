import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipedrive } from '../../component/index.ts'
import { newFolder } from '../folder.ts'
import { runCommand } from './command.ts'

test('list has every name in a column of its own, and customAction by itself', async () => {
  const { stdout } = await runCommand(['list'])
  const { actions, customAction, triggers } = pipedrive
  const rows = stdout.split('\n').filter(line => line.startsWith('  '))
  const names = [...actions, customAction, ...triggers].map(({ name }) => name)
  expect(rows.map(row => /^ {2}(\w+) {2,}\S/.exec(row)?.[1])).toEqual(names)
  expect(new Set(rows.map(row => /^ {2}\w+ +/.exec(row)?.[0].length)).size).toBe(1)
  expect(stdout).toContain(`${actions.length} actions\n`)
})

test.each(pipedrive.actions.map(({ name }) => name))('describe %s has two columns', async name => {
  const { stdout } = await runCommand(['describe', name])
  const [, input = ''] = stdout.split('\nInput\n')
  const rows =
    input
      .split('\nOutput')[0]
      ?.split('\n')
      .filter(line => line.startsWith('  ')) ?? []
  expect(new Set(rows.map(row => /^ {2}\S+ {2,}/.exec(row)?.[0].length)).size).toBe(1)
})

test('the hint for a broken file is about the file', async () => {
  const file = join(newFolder(), 'workflow.json')
  await writeFile(file, '{"tasks": [}')
  for (const words of [
    ['workflow', 'run', file],
    ['workflow', 'start', file],
    ['run', 'getDeals', '--input', `@${file}`],
  ]) {
    const { code, stderr } = await runCommand([...words, '--sandbox'])
    expect(code).toBe(2)
    expect(stderr).toContain(`Correct the JSON in ${file}.`)
    expect(stderr).not.toContain('Write an object')
  }
  const piped = await runCommand(['workflow', 'run', '-', '--sandbox'], { input: '{' })
  expect(piped.stderr).toContain('Correct what is written to standard input.')
})

test('one request is one request', async () => {
  const input = ['--input', '{"method": "GET", "path": "/api/v2/organizations/1"}']
  const { stderr } = await runCommand(['run', 'customAction', '--sandbox', ...input])
  expect(stderr).toMatch(/\b1 request, 1 token, \d+ ms\n$/)
})
