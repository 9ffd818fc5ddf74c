import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const tried = async (action: string, input: unknown) =>
  success(await bench.run(action, input, { dryRun: true }))
const named = (preview: unknown) =>
  Object.values(Object(pick(preview, 'names'))) as readonly { readonly name: string }[]

test('a dry run says what the keys in it are called, and the choices', async () => {
  const before = { title: 'Ropes', custom_fields: { Source: 'Website', Reference: 'R-1' } }
  const id = pick(await bench.output('addDeal', { deal: before }), 'body', 'data', 'id')
  const custom_fields = { source: 'Trade fair', Reference: null, Interests: ['Hardware'] }
  const { preview } = await tried('updateDeal', { id, deal: { custom_fields } })
  const names = new Map(Object.entries(Object(preview?.names)))
  for (const { path, after, before } of preview?.changes ?? []) {
    const name = Object(names.get(path.replace('custom_fields.', '')))
    if (name.name === 'Source')
      expect(name.options).toEqual({ [String(before)]: 'Website', [String(after)]: 'Trade fair' })
    else
      expect([name.name, before]).toEqual(
        name.name === 'Reference' ? ['Reference', 'R-1'] : ['Interests', null],
      )
  }
  expect(preview?.changes.length).toBe(3)
  expect(names.size).toBe(3)
})

test.each([
  ['addDeal', { deal: { title: 'x', custom_fields: { Budget: { value: 1, currency: 'EUR' } } } }],
  [
    'addLead',
    {
      lead: { title: 'x', person_id: 1, custom_fields: { Budget: { value: 1, currency: 'EUR' } } },
    },
  ],
])('so does one of %s, for a new record', async (action, input) => {
  const { preview } = await tried(action, input)
  expect(named(preview)).toEqual([{ name: 'Budget' }])
  expect(Object.keys(Object(preview?.names))[0]).toMatch(/^[0-9a-f]{40}$/)
})

test('one of a record that is to be deleted names the fields that have a value', async () => {
  const deal = { title: 'Gone', custom_fields: { Reference: 'R-2' } }
  const id = pick(await bench.output('addDeal', { deal }), 'body', 'data', 'id')
  const { preview, requests } = await tried('deleteDeal', { id })
  expect(named(preview)).toEqual([{ name: 'Reference' }])
  expect(requests.map(({ path }) => path)).toEqual(['/api/v2/deals/{id}'])
})

test('one without custom fields has no names, and asks for none', async () => {
  const cold = await openBench()
  try {
    const input = { deal: { title: 'x' } }
    const { preview, requests } = success(await cold.run('addDeal', input, { dryRun: true }))
    expect([preview?.names, requests]).toEqual([undefined, []])
  } finally {
    await cold.close()
  }
})

test('definitions that can’t be read leave the keys alone', async () => {
  const deal = { title: 'Gone', custom_fields: { Reference: 'R-3' } }
  const id = pick(await bench.output('addDeal', { deal }), 'body', 'data', 'id')
  const cold = await openBench({ snapshot: bench.sandbox.snapshot() })
  try {
    await cold.control('faults', { kind: 'status', status: 403, path: '/api/v2/dealFields' })
    const result = await cold.run('deleteDeal', { id }, { dryRun: true })
    expect(pick(result, 'preview', 'record', 'title')).toBe('Gone')
    expect(pick(result, 'preview')).not.toHaveProperty('names')
  } finally {
    await cold.close()
  }
})
