import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name is what follows `test(`, or the end of what `test.each` is given. */
const tests = /(?:\b(?:test|it)|\]|\)|`)\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`\n]+)`),/g

/** All tests by the name that is written, with the files they stand in. */
export const testNames = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(name => name.endsWith('.test.ts')).sort()) {
    const path = join('test', file)
    for (const [, one, two, three] of readFileSync(path, 'utf8').matchAll(tests)) {
      const name = one ?? two ?? three ?? ''
      found.set(name, [...(found.get(name) ?? []), path])
    }
  }
  return found
}
