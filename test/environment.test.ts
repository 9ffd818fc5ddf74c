import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { newFolder } from './folder.ts'
import FolderEnvironment from './environment.js'

/** The environment of a file of tests, begun and ended within this one. */
const environment = async () => {
  const config = { projectConfig: { rootDir: '/', testEnvironmentOptions: {}, globals: {} } }
  const made = new FolderEnvironment(config as never, { testPath: '/some.test.ts' } as never)
  await made.setup()
  return made
}

test('a file of tests that leaves something in the temporary directory fails, by name', async () => {
  const inner = await environment()
  const left = mkdtempSync(join(String(inner.global.process.env['TMPDIR']), 'left-'))
  await expect(inner.teardown()).rejects.toThrow(/^some\.test\.ts has left .*: left-\w+$/)
  expect(existsSync(left)).toBe(false)
})

test('what tests make in their own folder is removed, and no fault', async () => {
  const inner = await environment()
  const folder = String(inner.global.process.env['TEST_FOLDER'])
  writeFileSync(join(folder, 'file'), '')
  await inner.teardown()
  expect(existsSync(dirname(folder))).toBe(false)
})

test('a new folder is one of this file of tests, and empty', () => {
  expect(newFolder()).not.toBe(newFolder())
  expect(dirname(dirname(newFolder()))).toBe(dirname(tmpdir()))
})
