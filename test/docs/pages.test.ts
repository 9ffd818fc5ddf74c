import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as component from '../../component/index.ts'
import * as definitions from '../../definitions/index.ts'
import * as engine from '../../engine/index.ts'
import * as runtime from '../../runtime/index.ts'
import * as store from '../../runtime/store/index.ts'
import { runCommand } from '../cli/command.ts'
import { page, pages } from './pages.ts'

test.each(pages)('the links of %s lead somewhere', path => {
  const links = [...page(path).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(
    ([, target]) => target ?? '',
  )
  const broken = links
    .filter(target => !/^https?:/.test(target))
    .filter(target => !existsSync(join(dirname(path), target)))
  expect(broken).toEqual([])
})

const help = async (command: string) => (await runCommand([...command.split(' '), '--help'])).stdout

test.each([
  'list',
  'describe',
  'run',
  'options',
  'listen',
  'workflow run',
  'workflow start',
  'runs',
  'connect',
  'connections',
  'sandbox',
  'workbench',
  'tour',
])('the page of the command line has every option of %s, and no other', async command => {
  const text = page('docs/cli.md')
  const [, section = ''] =
    new RegExp(`### \`${command}\\b[^\n]*\n([\\s\\S]*?)(?=\n##)`).exec(text) ?? []
  const common = text.slice(0, text.indexOf('## Commands'))
  const options = (source: string) =>
    new Set([...source.matchAll(/--(?!help\b)[a-z][a-z-]*/g)].map(([option]) => option))
  const given = options(await help(command))
  for (const option of given) expect(section + common).toContain(option)
  const offered = [...section.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option)
  for (const option of offered) expect([...given]).toContain(option)
})

test('the page of errors has every class of error, and no other', () => {
  const isError = ([, value]: readonly [string, unknown]) =>
    typeof value === 'function' && (value.prototype instanceof Error || value === Error)
  const classes = [definitions, engine, component, runtime, store].flatMap(module =>
    Object.entries(module)
      .filter(isError)
      .map(([name]) => name),
  )
  const documented = [...page('docs/errors.md').matchAll(/^\| `(\w+)`\s+\| `/gm)].map(
    ([, name]) => name,
  )
  expect(new Set(documented)).toEqual(new Set(classes))
})

test('every dependency has a reason', async () => {
  const { default: manifest } = (await import('../../package.json', {
    with: { type: 'json' },
  })) as {
    default: Record<'dependencies' | 'devDependencies', Record<string, string>>
  }
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  const listed = [...page('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name]) => name,
  )
  expect(new Set(listed)).toEqual(new Set(names))
})
