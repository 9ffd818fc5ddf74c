import { startSandbox, type Sandbox } from '../../../sandbox/index.ts'
import { openAgent, textOf, type Agent } from './agent.ts'

let sandbox: Sandbox
let agent: Agent
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 650 })
  agent = await openAgent(sandbox, { allowDelete: true })
})
afterAll(async () => {
  await agent.close()
  await sandbox.close()
})

interface Structured {
  readonly body: {
    readonly data: readonly { readonly id: number }[] & { readonly id: number }
    readonly additional_data?: unknown
  }
  readonly next?: { readonly cursor: string }
  readonly options: readonly { readonly value: unknown; readonly label: string }[]
}
const shown = ({ structuredContent }: Awaited<ReturnType<Agent['call']>>) =>
  structuredContent as unknown as Structured
const structured = async (...call: Parameters<Agent['call']>) => shown(await agent.call(...call))
const cursorOf = ({ next }: Structured) => next?.cursor ?? ''

test('a record is made, read and deleted', async () => {
  const added = await structured('add_deal', { deal: { title: 'Desks', value: '99.50' } })
  const { id } = added.body.data
  const read = await agent.call('get_deal_details', { id })
  expect(read.structuredContent).toMatchObject({
    body: { data: { id, title: 'Desks', value: 99.5 } },
  })
  expect(textOf(read)).toContain('"title":"Desks"')
  expect((await structured('delete_deal', { id })).body.data).toEqual({ id })
})

test('members that are null are left out', async () => {
  const { body } = await structured('get_deal_details', { id: 1 })
  expect(Object.values(body.data)).not.toContain(null)
})

test('the price of a call and what is used of the budget stand beside the answer', async () => {
  const { _meta } = await agent.call('get_deal_details', { id: 2 })
  expect(_meta?.['pipedrive/cost']).toMatchObject({ tokens: expect.any(Number) })
  expect(_meta?.['pipedrive/budget']).toEqual({ usedToday: expect.any(Number) })
})

test('a list gives 20 rows, says that there are more, and goes on to its end', async () => {
  const first = await agent.call('get_deals')
  const { body, next } = shown(first)
  expect(body.data).toHaveLength(20)
  expect(body.additional_data).toEqual({ truncated: true })
  expect(next).toEqual({ cursor: expect.any(String), more: 480, at_least: true })
  expect(textOf(first)).toMatch(/^20 rows; at least 480 more: repeat the call with cursor /)

  const ids = body.data.map(({ id }) => id)
  let cursor = next?.cursor
  while (cursor !== undefined) {
    const page = await structured('get_deals', { limit: 30, cursor })
    ids.push(...page.body.data.map(({ id }) => id))
    cursor = page.next?.cursor
    if (cursor === undefined) expect(page.body.additional_data).toBeUndefined()
  }
  expect(new Set(ids).size).toBe(650)
  expect(ids).toHaveLength(650)
})

test('going on costs no call of the API as long as there are rows that it has given', async () => {
  const cursor = cursorOf(await structured('get_organizations', { limit: 3 }))
  const { _meta } = await agent.call('get_organizations', { limit: 3, cursor })
  expect(_meta?.['pipedrive/cost']).toMatchObject({ tokens: 0, requests: 0 })
})

test('a cursor may be used again, also at the same time, and gives the same rows', async () => {
  const cursor = cursorOf(await structured('get_deals', { limit: 490 }))
  const given = { limit: 40, cursor }
  const [one, two] = await Promise.all([
    structured('get_deals', given),
    structured('get_deals', given),
  ])
  expect(one.body.data.length).toBeGreaterThan(0)
  expect(one).toEqual(two)
  expect(await structured('get_deals', given)).toEqual(one)
})

test.each([
  [
    'is not known',
    { cursor: 'abc.20' },
    /cursor: is not known any more.*\n.*\nRemedy: .*without a cursor/,
  ],
  ['is no cursor', { cursor: 7 }, /cursor: must be the text/],
])('a cursor that %s says what to do', async (_, given, expected) => {
  const result = await agent.call('get_deals', given)
  expect(result.isError).toBe(true)
  expect(textOf(result)).toMatch(expected)
})

test('a cursor of other arguments is refused', async () => {
  const cursor = cursorOf(await structured('get_deals', { status: 'open' }))
  const result = await agent.call('get_deals', { status: 'won', cursor })
  expect(textOf(result)).toContain('belongs to other arguments')
})

test('names become ids', async () => {
  const { options } = await structured('find_person', { search: 'anna' })
  expect(options.length).toBeGreaterThan(0)
  for (const { value, label } of options) {
    expect(Number.isInteger(value)).toBe(true)
    expect(label.toLowerCase()).toContain('ann')
  }
  const stages = await structured('find_stage', { search: 'Qualified' })
  expect(stages.options[0]?.label).toContain('Qualified')
})

test('one character, which Pipedrive does not search, is no search that has found something', async () => {
  const given = { search: 'x' }
  expect(textOf(await agent.call('find_deal', given))).toMatch(/^The latest \d+, as one character/)
  expect(textOf(await agent.call('find_stage', { search: 'Q' }))).toMatch(/^\d+ found/)
})

test('the text of a finder has the cursor, which goes on', async () => {
  const first = await agent.call('find_person')
  const [, cursor = '""'] = /repeat the call with cursor (".*")\./.exec(textOf(first)) ?? []
  expect(first.structuredContent).toMatchObject({ cursor: JSON.parse(cursor) })
  const next = await structured('find_person', { cursor: JSON.parse(cursor) })
  expect(next.options.length).toBeGreaterThan(0)
  const { options } = shown(first)
  for (const option of next.options) expect(options).not.toContainEqual(option)
})

test('a list narrowed by a custom field says how many rows were looked at', async () => {
  const custom_fields = { Reference: 'no deal has this one' }
  const result = await agent.call('get_deals', { custom_fields })
  const [, read] = /0 rows; (\d+) were looked at for it\./.exec(textOf(result)) ?? []
  expect(Number(read)).toBeGreaterThan(0)
  expect(shown(result).body.additional_data).toEqual({ rows_read: Number(read) })
})

test('one tool finds the labels of all kinds of records, and another their filters', async () => {
  const labels = await structured('find_label', { of: 'lead', search: 'hot' })
  expect(labels.options).toEqual([{ value: expect.any(String), label: 'Hot' }])
  const filters = await structured('find_filter', { of: 'deal' })
  expect(filters.options[0]).toEqual({ value: expect.any(Number), label: expect.any(String) })
})

test('a long list tells of its progress', async () => {
  const messages: unknown[] = []
  await agent.call('get_deals', { sort: 'title ASC' }, { onprogress: one => messages.push(one) })
  expect(messages.length).toBeGreaterThan(1)
  expect(messages[0]).toEqual({ progress: 1, message: 'GET /api/v2/deals' })
})
