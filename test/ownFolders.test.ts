import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from './folder.ts'
import { makeOwnFolders } from './ownFolders.ts'

test('a file of tests that leaves something in the temporary directory fails, by name', () => {
  const { env, remove } = makeOwnFolders(newFolder())
  mkdtempSync(join(env.TMPDIR, 'left-'))
  expect(remove).toThrow(/^left in the temporary directory: left-\w+$/)
  expect(existsSync(env.TMPDIR)).toBe(false)
})

test('what tests make in their own folder is removed, and no fault', () => {
  const { env, remove } = makeOwnFolders(newFolder())
  writeFileSync(join(env.TEST_FOLDER, 'file'), '')
  remove()
  expect(existsSync(dirname(env.TEST_FOLDER))).toBe(false)
})

test('a new folder is one of this file of tests, and empty', () => {
  expect(newFolder()).not.toBe(newFolder())
  expect(dirname(dirname(newFolder()))).toBe(dirname(tmpdir()))
})
