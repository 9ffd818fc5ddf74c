import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const copied = ['definitions', 'component', 'actions', 'triggers', 'connection']
const settings = ['tsconfig.base.json', 'tsconfig.pure.json', '.prettierrc.json', 'package.json']
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-action-'))
  for (const name of [...copied, ...settings]) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const node = (...command: readonly string[]) =>
  spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
const scaffold = (...words: readonly string[]) =>
  node(resolve('dist/scripts/new-action.js'), ...words)

test('a new action compiles, is formatted, is in the list, and has a transcript', () => {
  expect(scaffold('getNote', 'Get a note', 'notes')).toMatchObject({ status: 0, stderr: '' })
  expect(
    node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json', '--noEmit').stdout,
  ).toBe('')
  expect(node('node_modules/prettier/bin/prettier.cjs', '--check', 'actions', 'test').status).toBe(
    0,
  )
  const index = readFileSync(join(folder, 'actions/index.ts'), 'utf8')
  expect(index).toContain("import { getNote } from './notes/getNote.ts'")
  expect(index).toMatch(/\n {2}getNote,\n\]\n$/)
  const transcript = readFileSync(join(folder, 'test/transcripts/notes/getNote.json'), 'utf8')
  expect(JSON.parse(transcript)).toMatchObject({ operation: 'actions/getNote', complete: true })
}, 60_000)

test.each([
  ['get-note', 'Get a note', 'notes', 'is not a name'],
  ['getPerson', '', 'persons', 'title is missing'],
  ['getThing', 'Get a thing', '../things', 'is not a folder'],
  ['addDeal', 'Add deal', 'deals', 'already'],
])('%s %s %s is refused', (name, title, where, reason) => {
  const before = readFileSync(join(folder, 'actions/index.ts'), 'utf8')
  const { status, stderr } = scaffold(name, title, where)
  expect(status).toBe(2)
  expect(stderr).toContain(reason)
  expect(readFileSync(join(folder, 'actions/index.ts'), 'utf8')).toBe(before)
})
