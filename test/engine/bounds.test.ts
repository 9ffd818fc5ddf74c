import { expect, test } from 'vitest'
import { InputError } from '../../definitions/index.ts'
import { findAction, parseWorkflow, resolve, runStep } from '../../engine/index.ts'
import { pipedrive } from '../../component/index.ts'
import { openServer, sendJson } from '../runtime/server.ts'
import { openClient } from '../../runtime/index.ts'
import { catchError } from '../definitions/catchError.ts'

const list = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

const unfollowable: readonly (readonly [string, unknown, string])[] = [
  ['lists of 10 000 levels', list(10_000), 'nested more than 100 levels deep'],
  ['a value that contains itself', cycle, 'nested more than 100 levels deep'],
  ['a bigint', 12n, 'a bigint is no value of JSON'],
  ['a function', () => 1, 'a function is no value of JSON'],
  ['a million texts', Array.from({ length: 1_000_000 }, () => '!'), 'more than 100000 values'],
  ['a million holes', new Array(1_000_000_000), 'more than 100000 values'],
  ['ten million characters', 'a'.repeat(10_000_000), 'more than 1000000 characters'],
  ['a reference that never ends', `\${${'a'.repeat(10_000_000)}`, 'more than 1000000 characters'],
]

/** Runs against an API that would tell if it were asked, and says what has become of it. */
const run = async (name: string, input: unknown, outputs = {}) => {
  const api = await openServer(response => sendJson(response, { success: true, data: null }))
  const tokens = { accessToken: 'token', apiDomain: api.url }
  const client = openClient({ component: pipedrive, tokens, allowLoopback: true })
  const result = await runStep(findAction(pipedrive, name), input, { client, outputs })
  await client.close()
  await api.close()
  expect(api.heard).toEqual([])
  return 'error' in result ? result.error : undefined
}

test.each(unfollowable)('%s in an input is refused as such', async (_, value, message) => {
  const begun = performance.now()
  for (const input of [value, { deal: { title: 'T', custom_fields: { a: value } } }]) {
    const error = await run('addDeal', input)
    expect(error).toBeInstanceOf(InputError)
    expect(error?.message).toContain(message)
    expect(error?.message.length).toBeLessThan(1_000)
  }
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test.each(unfollowable)(
  '%s in an output is refused where it is used',
  async (_, value, message) => {
    for (const title of ['${a.value}', 'Deal ${a.value}']) {
      const error = await run('addDeal', { deal: { title } }, { a: { value } })
      expect(error).toBeInstanceOf(InputError)
      expect(error?.message).toMatch(new RegExp(`${message}|is not a text`))
    }
  },
)

test('a text that references blow up is refused before it takes all memory', async () => {
  const title = '${a.text}'.repeat(50_000)
  const error = await run('addDeal', { deal: { title } }, { a: { text: 'x'.repeat(900_000) } })
  expect(error?.message).toContain('deal.title: is where the input comes to hold more than')
})

test('a hundred levels, and a reference of half a million characters, are not too much', () => {
  expect(() => parseWorkflow(pipedrive, { tasks: list(90) })).toThrow('tasks[0]: is not an object')
  const path = '.a'.repeat(200_000)
  expect(() => resolve(`\${a${path}}`, { a: 1 })).toThrow('can’t be resolved')
  expect(() => resolve(`b \${a["${'x'.repeat(900_000)}"]}`, { a: {} })).toThrow('can’t be resolved')
})

test('tens of thousands of wrong e-mails are told in a few words', async () => {
  const emails = Array.from({ length: 30_000 }, () => ({ value: 1, label: [] }))
  const error = await run('addPerson', { person: { name: 'A', email: emails } })
  expect(error?.message.length).toBeLessThan(6_000)
  expect(error?.message).toMatch(/; and \d+ more$/)
})

const task = (name: string, parameters: unknown = {}) => ({
  ...{ name, label: name, type: 'pipedrive/v1/addDeal', parameters },
})

test.each([
  ['9 000 tasks', { tasks: Array.from({ length: 9_000 }, () => task('same')) }, 'more than 500'],
  ['400 nodes and 12 000 wrong references', bomb(400, 12_000), 'there is no q; before this node'],
  ['4 000 nodes and 120 000 wrong references', bomb(4_000, 120_000), 'more than 500'],
  ['a name of 400 000 characters', { tasks: [task('a-'.repeat(200_000))] }, 'is not a name'],
  ['parameters of 4 000 levels', { tasks: [task('a', { deal: list(4_000) })] }, '100 levels'],
])('a workflow of %s is refused in a few words', (_, workflow, message) => {
  const begun = performance.now()
  const error = catchError(() => parseWorkflow(pipedrive, workflow))
  expect(error).toBeInstanceOf(InputError)
  expect(error).toMatchObject({ message: expect.stringContaining(message) })
  expect(JSON.stringify(Reflect.get(Object(error), 'problems')).length).toBeLessThan(60_000)
  expect(performance.now() - begun).toBeLessThan(3_000)
})

function bomb(nodes: number, wrong: number) {
  const before = Array.from({ length: nodes }, (_, at) => task(`n${at}`))
  return { tasks: [...before, task('last', { deal: { title: '${q}'.repeat(wrong) } })] }
}
