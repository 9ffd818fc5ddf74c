import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { check, resolveConfig } from 'prettier'
import { scaffold } from '../../scripts/new-action.js'
import { newFolder } from '../folder.ts'

/** A copy of what the scaffolder reads and changes. */
const copy = (...names: readonly string[]) => {
  const folder = newFolder()
  for (const name of ['actions/index.ts', 'component/budget.ts', ...names])
    cpSync(name, join(folder, name), { recursive: true })
  return folder
}
/** The folders from which an action imports. */
const imported = ['actions', 'component', 'definitions']
const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const words = ['getThing', 'Get a thing', 'things']

test('the command needs nothing that is built, and is done at once', () => {
  const folder = copy()
  const start = performance.now()
  const command = [resolve('scripts/new-action.js'), ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(performance.now() - start).toBeLessThan(2_000)
  expect(stdout).toContain('actions/things/getThing.ts')
  expect(existsSync(join(folder, 'test/transcripts/things/getThing.json'))).toBe(true)
})

test('what is written is formatted, imports what there is, and is in the list', async () => {
  const folder = copy(...imported)
  const result = scaffold(words, folder)
  if ('problem' in result) throw new Error(result.problem)
  expect(result.files).toHaveLength(4)
  for (const file of result.files) {
    const options = { ...(await resolveConfig('package.json')), filepath: file }
    expect([file, await check(text(folder, file), options)]).toEqual([file, true])
  }
  const entry = join(folder, 'actions/things/getThing.ts')
  buildSync({ entryPoints: [entry], bundle: true, write: false, logLevel: 'silent' })
  const list = text(folder, 'actions/index.ts')
  expect(list).toContain("import { getThing } from './things/getThing.ts'")
  expect(list).toMatch(/\n {2}getThing,\n\]\n$/)
  expect(text(folder, 'component/budget.ts')).toContain(
    "\n  getThing: [one('GET', '/api/v1/things/{id}')],\n",
  )
})

test.each(["It's", 'Say "a"', `It's "b"`])(
  'a title with quotes is formatted too: %s',
  async title => {
    const folder = copy()
    scaffold(['getThing', title, 'things'], folder)
    const written = text(folder, 'actions/things/getThing.ts')
    const options = { ...(await resolveConfig('package.json')), filepath: 'getThing.ts' }
    expect(await check(written, options)).toBe(true)
  },
)

test.each([
  ['get-note', 'Get a note', 'notes', 'is not a name'],
  ['getPerson', '', 'persons', 'title is missing'],
  ['getPerson', 'x'.repeat(61), 'persons', 'longer than 60'],
  ['getThing', 'Get a thing', '../things', 'is not a folder'],
  ['addDeal', 'Add deal', 'deals', 'already'],
])('%s %s %s is refused', (name, title, where, reason) => {
  const folder = copy()
  const before = text(folder, 'actions/index.ts')
  expect(scaffold([name, title, where], folder)).toEqual({
    problem: expect.stringContaining(reason),
  })
  expect(text(folder, 'actions/index.ts')).toBe(before)
})

test('a file that is there already is not written over', () => {
  const folder = copy()
  scaffold(words, folder)
  const list = text(folder, 'actions/index.ts')
  cpSync('actions/index.ts', join(folder, 'actions/index.ts'))
  expect(scaffold(words, folder)).toEqual({
    problem: 'There is a file actions/things/getThing.ts already.',
  })
  expect(list).toContain('getThing')
})
