import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Notes from what `dist` was built, and which files that made. */
const note = 'dist/built-from.json'

/**
 * Says whether `dist` is whole, and was built from files with this fingerprint.
 * @param {string} root
 * @param {string} from
 */
export const isBuilt = (root, from) => {
  const path = join(root, note)
  if (!existsSync(path)) return false
  /** @type {{ readonly from: string, readonly made: readonly string[] }} */
  const before = JSON.parse(readFileSync(path, 'utf8'))
  return before.from === from && before.made.every(file => existsSync(join(root, file)))
}

/**
 * @param {string} root
 * @param {string} from the fingerprint before the build: a file may have been changed during it
 */
export const markBuilt = (root, from) => {
  const made = filesIn(root, 'dist', /^$/)
  writeFileSync(join(root, note), JSON.stringify({ from, made }))
}

/** Folders and files that no part of the build reads, at any depth. */
const unread = /^(node_modules|dist|docs|test|coverage|\..*|.*\.md)$/

/**
 * Of the sources, the installed packages and this Node.
 * @param {string} root
 */
export const fingerprint = root => {
  const hash = createHash('sha256').update(process.version)
  const packages = 'node_modules/.package-lock.json'
  for (const file of [...filesIn(root, '.', unread), packages]) {
    hash.update(file)
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} without names that are left out
 * @returns {readonly string[]}
 */
const filesIn = (root, folder, without) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !without.test(name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(root, path, without)
      return entry.isFile() ? [path] : []
    })
