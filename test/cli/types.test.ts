import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { runCommand } from './command.ts'

let sandbox: Sandbox
let printed: string
const hostile = ['__proto__', 'constructor', 'a.b[0]$ */ "c" \'d\' `${e}`', 'Größe 🦊']

const run = async (...words: readonly string[]) => {
  const env = { PIPEDRIVE_ACCESS_TOKEN: sandbox.accessToken }
  const ended = await runCommand([...words, '--url', sandbox.url], { env })
  expect([words, ended.code, ended.code === 0 ? '' : ended.stderr]).toEqual([words, 0, ''])
  return ended.stdout
}
const post = (path: string, body: object) =>
  fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.accessToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  sandbox = await startSandbox({ scale: 20 })
  for (const field_name of hostile)
    await post('/api/v2/dealFields', {
      ...{ field_name, field_type: 'enum' },
      options: [{ label: 'A "quoted" \\ one' }, { label: '2' }],
    })
  printed = await run('types')
})
afterAll(() => sandbox.close())

interface Answer {
  readonly output: {
    readonly body: { readonly data: { readonly custom: Readonly<Record<string, unknown>> } }
  }
}
const custom_fields = {
  ...{ Reference: 'R', Source: 'Website', Interests: ['Hardware', 'R&D / training'] },
  ...{
    Budget: { value: 5, currency: 'EUR' },
    Rollout: { value: '2026-12-31', until: '2027-01-01' },
  },
  ...{ 'Daily call': '09:15', 'Place of delivery': 'Main Street 5', [hostile[2] ?? '']: '2' },
}
const deal = async () => {
  const input = JSON.stringify({ deal: { title: 'Typed', custom_fields } })
  const { output } = JSON.parse(await run('run', 'addDeal', '--json', '--input', input)) as Answer
  return output.body.data
}

const wrong: Readonly<Record<string, object>> = {
  'a label that is none': { Source: 'Newspaper' },
  'a number for a text': { Reference: 5 },
  'money without a currency': { Budget: { value: 5 } },
  'a field that is none': { Referenz: 'x' },
}

/** What tsc says of constants of the type of a deal’s custom fields, each in a file of its own. */
const compile = (values: readonly unknown[]): readonly (readonly string[])[] => {
  const folder = newFolder()
  writeFileSync(join(folder, 'account.ts'), printed)
  const files = values.map((value, at) => {
    const file = join(folder, `use${at}.ts`)
    const type = "import('./account.js').Deal['custom']"
    writeFileSync(file, `export const one: ${type} = ${JSON.stringify(value)}\n`)
    return file
  })
  const program = ts.createProgram(files, {
    ...{ strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] },
    ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    skipLibCheck: true,
  })
  const found = ts.getPreEmitDiagnostics(program)
  return files.map(name =>
    found
      .filter(({ file }) => file?.fileName === name || file?.fileName.endsWith('account.ts'))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  )
}

test('a decoded record compiles as the type of its account, and what it can’t hold does not', async () => {
  const { custom } = await deal()
  expect(custom).toMatchObject({ Source: 'Website', Interests: ['Hardware', 'R&D / training'] })
  const [right, ...others] = compile([custom, ...Object.values(wrong)])
  expect(right).toEqual([])
  for (const [at, what] of Object.keys(wrong).entries())
    expect([what, others[at]]).toEqual([what, [expect.any(String)]])
})

test('every kind of record is there, with names that are no identifiers in quotes', () => {
  for (const name of ['Deal', 'Lead', 'Person', 'Organization'])
    expect(printed).toContain(`export interface ${name} {`)
  for (const name of ['"__proto__"', 'constructor', JSON.stringify(hostile[2])])
    expect(printed).toContain(`readonly ${name}?: "A \\"quoted\\" \\\\ one" | "2" | null`)
})

test('the JSON Schema of an account takes its records, and no other labels', async () => {
  const { definitions } = JSON.parse(await run('types', '--json')) as {
    readonly definitions: Readonly<Record<string, object>>
  }
  const validate = new Ajv({ formats: { date: true } }).compile(definitions['Deal'] ?? false)
  const record = await deal()
  expect(validate(record) || validate.errors).toBe(true)
  expect(validate({ ...record, custom: { ...record.custom, Source: 'Newspaper' } })).toBe(false)
})
