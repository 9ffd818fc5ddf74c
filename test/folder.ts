import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

/** An empty folder, which is removed after the last test of the file. */
export const newFolder = (): string =>
  mkdtempSync(join(process.env['TEST_FOLDER'] ?? missing(), 'folder-'))

const missing = (): never => {
  throw new Error('TEST_FOLDER is set by test/setup.ts, which vitest.config.js names')
}
