import { resolve } from 'node:path'
import { ESLint, Linter } from 'eslint'
import { parser } from 'typescript-eslint'

/** What the table of eslint.config.js, or the rule against circles, says about a file's imports. */
const problems = async (rule: 'may-import' | 'no-circle', file: string, text: string) => {
  const config = await new ESLint().calculateConfigForFile(file)
  const name = `local/${rule}`
  const only = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser },
    plugins: config.plugins,
    rules: { [name]: config.rules[name] },
  }
  const messages = new Linter({ cwd: process.cwd() }).verify(text, [only], resolve(file))
  return messages.map(({ message }) => message)
}

test.each([
  ['definitions/a.ts', '../definitions/read.ts'],
  ['engine/steps/a.ts', '../requests/b.ts'],
  ['engine/steps/a.ts', '../../definitions/index.ts'],
  ['actions/deals/a.ts', '../../component/api.ts'],
  ['component/index.ts', '../actions/index.ts'],
  ['runtime/store/a.ts', 'node:fs'],
  ['cli/component.ts', '../component/index.ts'],
  ['cli/commands/a.ts', '../component.ts'],
  ['hosts/n8n/a.ts', '../../engine/index.ts'],
  ['hosts/n8n/a.ts', '../../component/index.ts'],
  ['hosts/n8n/a.ts', './nodes/b.ts'],
  ['workbench/server/sandbox/a.ts', '../../../sandbox/index.ts'],
  ['workbench/web/panel/form/a.tsx', '../output/table.ts'],
])('%s may import %s', async (file, target) => {
  expect(await problems('may-import', file, `import type {} from '${target}'`)).toEqual([])
})

test.each([
  ['definitions/a.ts', '../component/api.ts'],
  ['definitions/a.ts', 'undici'],
  ['engine/steps/a.ts', 'node:fs'],
  ['engine/steps/a.ts', 'undici'],
  ['engine/steps/a.ts', '../../component/index.ts'],
  ['engine/steps/a.ts', '../../runtime/index.ts'],
  ['actions/deals/a.ts', '../../component/index.ts'],
  ['component/api.ts', '../actions/index.ts'],
  ['runtime/a.ts', '../component/index.ts'],
  ['cli/commands/a.ts', '../../component/index.ts'],
  ['workbench/server/a.ts', '../../component/index.ts'],
  ['runtime/a.ts', '../cli/exit.ts'],
  ['hosts/n8n/a.ts', '../mcp/b.ts'],
  ['hosts/n8n/a.ts', '../../runtime/index.ts'],
  ['sandbox/routes/a.ts', '../../component/index.ts'],
  ['workbench/api/a.ts', '../server/events.ts'],
  ['workbench/server/runs/a.ts', '../sandbox/embeddedSandbox.ts'],
  ['workbench/web/panel/form/a.tsx', '../../../server/events.ts'],
  ['workbench/web/runs/a.tsx', '../sandbox/page.tsx'],
])('%s may not import %s, by any kind of import', async (file, target) => {
  const ways = [
    `import { a } from '${target}'`,
    `import type { A } from '${target}'`,
    `export * from '${target}'`,
    `await import('${target}')`,
    `export type A = import('${target}').A`,
  ]
  for (const way of ways)
    expect(await problems('may-import', file, way)).toEqual([
      expect.stringContaining('may not import'),
    ])
})

test('a folder that is not in the table is refused', async () => {
  expect(await problems('may-import', 'workbench/other/a.ts', 'export {}')).toEqual([
    expect.stringContaining('workbench/other/a.ts is in no folder of the table'),
  ])
})

test.each([
  ['a type of it', "import type { Property } from './action.ts'"],
  ['itself', "export * from './property.ts'"],
  ['it by a detour', "import { component } from './index.ts'"],
])('a circle is refused: what a file imports imports %s', async (_, text) => {
  const file = 'definitions/property.ts'
  expect(await problems('no-circle', file, text)).toEqual([
    expect.stringMatching(/^A circle of imports: definitions\/property\.ts → .*property\.ts\.$/),
  ])
})

test('an import of a file that does not exist is none of its business', async () => {
  expect(await problems('no-circle', 'definitions/new.ts', "import './none.ts'")).toEqual([])
})

test('a file that nothing leads back to is on no circle', async () => {
  const text = "import { component } from './index.ts'"
  expect(await problems('no-circle', 'definitions/new.ts', text)).toEqual([])
})
