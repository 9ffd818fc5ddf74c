import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'workbench/web'
const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.tsx'),
)

/** Phrases that once stood on a screen and are not idiomatic. */
const odd = [
  /\bhears? of\b/,
  /is called so/,
  /\ba (activity|organization)\b/,
  /No operation holds/,
  /before this one are/,
  /Given up/,
  /\bGo on\b/,
  /All tries/,
]

/** Without comments. */
const textOf = (name: string) =>
  readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

test.each(screens)('%s says it in words that people use', name => {
  const text = textOf(name)
  expect(odd.filter(pattern => pattern.test(text)).map(String)).toEqual([])
  // Backticks are for code that is set as code.
  expect([...text.matchAll(/>[^<{(]*`[^<{(]*</g)].map(([found]) => found)).toEqual([])
})
