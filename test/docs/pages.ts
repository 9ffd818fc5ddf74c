import { readdirSync, readFileSync } from 'node:fs'

/** The pages that people read; the contract of the reference page is not ours to change. */
export const pages: readonly string[] = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md') && name !== 'reference.md')
    .map(name => `docs/${name}`),
]

export const page = (path: string): string => readFileSync(path, 'utf8')

/** The code blocks of a page in one language. */
export const blocks = (path: string, language: string): readonly string[] =>
  [...page(path).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, name, code]) =>
    name === language && code !== undefined ? [code] : [],
  )
