import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { page } from '../docs/pages.ts'
import { newFolder } from '../folder.ts'

/** A checkout after `npm ci`. */
const checkout = () => {
  const folder = newFolder()
  const left = new Set(['node_modules', 'dist', '.git', 'coverage'].map(name => resolve(name)))
  cpSync('.', folder, { recursive: true, filter: path => !left.has(resolve(path)) })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}
const folder = checkout()

const [, section = ''] =
  /^## A new action[^\n]*\n([\s\S]*?)^## /m.exec(page('CONTRIBUTING.md')) ?? []
const commands = [
  ...section.matchAll(/^\d\.[^\n]*?`(npm [^`]+)`|`(npm run transcripts [^`]+)`/gm),
].map(([, first, second]) => first ?? second ?? '')

const run = (command: string) => {
  // The runner sets variables of its own, which the commands of a person would not have.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NODE_ENV|TEST|OUTER_TMPDIR|VITEST.*)$/.test(name),
    ),
  )
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 64 * 2 ** 20,
  })
  return { status, said: stdout + stderr }
}
const succeeds = (command: string) => {
  const { status, said } = run(command)
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${said.slice(-8_000)}`)
  return said
}
const change = (file: string, how: (text: string) => string) => {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = how(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

/** What a person writes in the places that the scaffolder marks. */
const filled: readonly (readonly [before: string, after: string])[] = [
  [
    '{ id: integer({ required: true }), content: string() }',
    `{
    id: integer({ required: true }),
    content: string({ description: 'In HTML' }),
    deal_id: integer(),
    add_time: string(),
  }`,
  ],
  ['docs/api/v1 */', 'docs/api/v1/Notes#getNote */'],
  ["description: 'Returns one record.'", "description: 'Returns one note.'"],
  ["label: 'Id'", "label: 'Note', description: 'Its id.'"],
  [
    "{ id: 1, content: 'Call back' }",
    "{ id: 42, content: 'Call back', deal_id: 7, add_time: '2026-03-02 08:15:00' }",
  ],
]
const fillIn = (text: string) =>
  filled.reduce(
    (before, [place, value]) => {
      expect(before).toContain(place)
      return before.replace(place, value)
    },
    text.replace(/^ *\/\/ TODO.*\n/gm, ''),
  )

const note = { id: 42, content: 'Call back', deal_id: 7, add_time: '2026-03-02 08:15:00' }
const request = { method: 'GET', path: '/api/v1/notes/{id}' }
const transcript = [
  {
    about: 'A note is read.',
    operation: 'actions/getNote',
    complete: true,
    input: { id: 42 },
    exchange: [[{ request, response: { body: { success: true, data: note } } }]],
  },
  {
    about: 'A note that is not there is wrong input.',
    operation: 'actions/getNote',
    input: { id: 43 },
    exchange: [[{ request, response: 'recordNotFound' }]],
  },
]

test('the steps name these commands', () => {
  expect(commands).toEqual([
    'npm run new-action -- getNote "Get a note" notes',
    'npm run transcripts -- --update getNote',
    'npm run generate',
    'npm run check',
    'npm test',
  ])
})

const [scaffold = '', update = '', generate = '', check = '', tests = ''] = commands

test('1: the files are written in less than two seconds, with nothing built', () => {
  const start = performance.now()
  succeeds(scaffold)
  expect(performance.now() - start).toBeLessThan(2_000)
})

test('1: before it is filled in, what is left to do is named', () => {
  const { status, said } = run('npx eslint actions/notes')
  expect(status).toBe(1)
  expect(said).toContain('TODO: say what it does')
})

test('2 to 5: the action and the transcript are filled in, requests and outputs written', () => {
  change('actions/notes/getNote.ts', fillIn)
  succeeds('npx prettier --write actions/notes')
  change('test/transcripts/notes/getNote.json', () => JSON.stringify(transcript))
  expect(succeeds(update)).toContain('exchange.0.0.request.params: {"id":42}')
  const [read, refused] = JSON.parse(
    readFileSync(join(folder, 'test/transcripts/notes/getNote.json'), 'utf8'),
  )
  expect(read.output).toEqual({ body: { data: note } })
  expect(refused.error).toMatchObject({ name: 'ApiError', recovery: 'fix-input' })
})

test('6 to 8: everything is green', () => {
  for (const command of [generate, check, tests]) succeeds(command)
}, 1_800_000)

test('the numbers follow, and the tour names the action as one that it does not run', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  const [, count] = /(\d+) actions, \d+ webhook triggers/.exec(page('README.md')) ?? []
  expect(readme).toContain(`${Number(count) + 1} actions,`)
  const said = succeeds('npm run tour')
  expect(said).toContain(`${count}/${Number(count) + 1} actions`)
  expect(said).toMatch(/no step for it: getNote/)
}, 120_000)
