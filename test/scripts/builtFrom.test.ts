import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isBuilt, markBuilt } from '../../scripts/builtFrom.js'
import { newFolder } from '../folder.ts'

const files = ['engine/run.ts', 'package.json', 'dist/bundle/index.js', 'docs/cli.md', 'README.md']
const write = (folder: string, file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const project = () => {
  const folder = newFolder()
  for (const file of files) write(folder, file, 'first')
  return folder
}
const isUpToDate = (folder: string) => isBuilt(folder, fingerprint(folder))
const built = () => {
  const folder = project()
  markBuilt(folder, fingerprint(folder))
  return folder
}

test('nothing is built at first, and afterwards it is', () => {
  const folder = project()
  expect(isUpToDate(folder)).toBe(false)
  markBuilt(folder, fingerprint(folder))
  expect(isUpToDate(folder)).toBe(true)
})

test.each([
  ['engine/run.ts', false],
  ['package.json', false],
  ['engine/new.ts', false],
  ['node_modules/.package-lock.json', false],
  ['docs/cli.md', true],
  ['README.md', true],
  ['test/run.test.ts', true],
  ['dist/graal.mjs', true],
])('after a change of %s, what is built is up to date: %s', (file, expected) => {
  const folder = built()
  write(folder, file, 'second')
  expect(isUpToDate(folder)).toBe(expected)
})

test.each(['engine/run.ts', 'dist/bundle/index.js'])('it is not when %s is gone', file => {
  const folder = built()
  rmSync(join(folder, file))
  expect(isUpToDate(folder)).toBe(false)
})

test('a file that is changed during a build asks for another one', () => {
  const folder = project()
  const from = fingerprint(folder)
  write(folder, 'engine/run.ts', 'second')
  markBuilt(folder, from)
  expect(isUpToDate(folder)).toBe(false)
})
