import { guards } from './guards/index.ts'
import { cell } from './table.ts'
import { testNames } from './testNames.ts'

/** The findings with their guards, as a table in Markdown. */
export const guardTable = (): string => {
  const files = testNames()
  const lines = guards.map(({ id, finding, tests = [], attacks = [], open = '' }) => {
    const named = [
      ...tests.map(name => `${(files.get(name) ?? []).join(', ')}: ${name}`),
      ...attacks.map(name => `attack: ${name}`),
    ]
    return `| ${[id, finding, named.join('; '), open].map(cell).join(' | ')} |`
  })
  return ['| | Finding | Guarded by | Open |', '| --- | --- | --- | --- |', ...lines].join('\n')
}
