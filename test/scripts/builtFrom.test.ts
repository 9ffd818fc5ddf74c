import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBuilt, markBuilt } from '../../scripts/builtFrom.js'
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
const built = () => {
  const folder = project()
  markBuilt(folder)
  return folder
}

test('nothing is built at first, and afterwards it is', () => {
  const folder = project()
  expect(isBuilt(folder)).toBe(false)
  markBuilt(folder)
  expect(isBuilt(folder)).toBe(true)
})

test.each(['engine/run.ts', 'package.json', 'engine/new.ts', 'node_modules/.package-lock.json'])(
  'a change of %s asks for another build',
  file => {
    const folder = built()
    write(folder, file, 'second')
    expect(isBuilt(folder)).toBe(false)
  },
)

test.each(['engine/run.ts', 'dist/bundle/index.js'])('so does %s when it is gone', file => {
  const folder = built()
  rmSync(join(folder, file))
  expect(isBuilt(folder)).toBe(false)
})

test.each(['docs/cli.md', 'README.md', 'test/run.test.ts', 'dist/graal.mjs'])(
  'a change of %s does not',
  file => {
    const folder = built()
    write(folder, file, 'second')
    expect(isBuilt(folder)).toBe(true)
  },
)
