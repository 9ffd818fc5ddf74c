import { expect, onTestFinished, test } from 'vitest'
import { failure, listOf, openBench, pick, success } from './support.ts'

const path = '/api/v2/dealFields'

/** Definitions of deals are known; the account is changed by another program. */
const open = async () => {
  const bench = await openBench()
  onTestFinished(bench.close)
  const { url, accessToken } = bench.sandbox
  const ask = async (method: string, more: string, body?: object): Promise<unknown> => {
    const answer = await fetch(url + path + more, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(answer.status).toBe(200)
    return pick(await answer.json(), 'data')
  }
  const fields = listOf(await ask('GET', '?limit=500'))
  const keyOf = (name: string) =>
    String(
      pick(
        fields.find(field => pick(field, 'field_name') === name),
        'field_code',
      ),
    )
  const rename = (name: string, field_name: string) =>
    ask('PATCH', `/${keyOf(name)}`, { field_name })
  const make = async (field_name: string) =>
    String(pick(await ask('POST', '', { field_name, field_type: 'varchar' }), 'field_code'))
  const remove = (name: string) => ask('DELETE', `/${keyOf(name)}`)
  const deal = { title: 'Warm', custom_fields: { Reference: 'one', Competitors: 'c' } }
  const id = Number(pick(await bench.output('addDeal', { deal }), 'body', 'data', 'id'))
  const change = (custom_fields: object) => bench.run('updateDeal', { id, deal: { custom_fields } })
  return { bench, id, change, keyOf, rename, make, remove }
}
const asked = (result: { readonly requests: readonly { readonly path: string }[] }) =>
  result.requests.filter(one => one.path === path).length

test('a write to a field whose name another one has by now says where it went, and costs one call', async () => {
  const { change, keyOf, rename, make } = await open()
  expect(asked(success(await change({ Reference: 'zero' })))).toBe(0)
  await rename('Reference', 'Ref old')
  const key = await make('Reference')
  const result = await change({ Reference: 'two' })
  expect(pick(result, 'output', 'body', 'data', 'custom_fields', keyOf('Reference'))).toBe('two')
  expect(pick(result, 'warnings')).toEqual([
    {
      path: 'deal.custom_fields.Reference',
      expected: 'a current name',
      got: `an earlier one: "two" went to the field that is called "Ref old" now (${keyOf('Reference')}), and not to the one that is called "Reference" now (${key}). To have it there, run the step again, and put "Ref old" right in Pipedrive`,
    },
  ])
  expect(asked(result)).toBe(1)
  const again = success(await change({ Reference: 'two' }))
  expect(pick(again.output, 'body', 'data', 'custom_fields', key)).toBe('two')
  expect(asked(again)).toBe(0)
})

test('a field that was renamed, beside one that is new, is named with its new name', async () => {
  const { change, rename, make } = await open()
  await rename('Reference', 'Aside')
  await make('Other')
  const result = await change({ Reference: 'two' })
  expect(JSON.stringify(pick(result, 'warnings'))).toContain('no field is called')
  expect(failure(await change({ Reference: 'two' })).message).toContain('is not a custom field')
})

test('a new field that has nothing to do with the names is no warning', async () => {
  const { change, make } = await open()
  await make('Other')
  success(await change({ Reference: 'two' }))
})

test('a write to a field that was deleted names it, after one call for newer definitions', async () => {
  const { bench, id, change, keyOf, remove } = await open()
  await remove('Competitors')
  const result = await change({ Competitors: 'c', Reference: 'three' })
  expect(failure(result).message).toMatch(/^deal.custom_fields.Competitors: is not a custom field/)
  expect(asked(result)).toBe(1)
  const again = failure(await change({ Competitors: 'c' }))
  expect(again.message).toContain('is not a custom field')
  const read = await bench.output('getDealDetails', { id })
  expect(pick(read, 'body', 'data', 'custom', 'Reference')).toBe('one')
  expect(failure(await change({ [keyOf('Competitors')]: 'c' })).message).toContain(
    'was it deleted?',
  )
})

test('find or create by a field that was deleted names it', async () => {
  const { bench, remove } = await open()
  await remove('Competitors')
  const deal = { title: 'Found', custom_fields: { Competitors: 'never' } }
  const input = { match_by: 'custom_field', custom_field: 'Competitors', deal }
  expect(failure(await bench.run('findOrCreateDeal', input)).message).toContain(
    'deal.custom_fields.Competitors: is not a custom field',
  )
})

test('a list by a field that was deleted is an error, and no empty list', async () => {
  const { bench, remove } = await open()
  const input = { custom_fields: { Competitors: 'c' } }
  const warm = success(await bench.run('getDeals', input))
  expect([listOf(pick(warm.output, 'body', 'data')).length, asked(warm)]).toEqual([1, 0])
  await remove('Competitors')
  const result = await bench.run('getDeals', input)
  expect(failure(result).message).toMatch(/^custom_fields.Competitors: is not a custom field/)
  expect(asked(result)).toBe(1)
})

test('a list goes by the field that now has the name', async () => {
  const { bench, change, id, rename, make } = await open()
  await rename('Reference', 'Ref old')
  const key = await make('Reference')
  const list = async (Reference: string) =>
    (await bench.rows('getDeals', { custom_fields: { Reference } })).map(row => pick(row, 'id'))
  expect(await list('one')).toEqual([])
  success(await change({ [key]: 'one' }))
  expect(await list('one')).toEqual([id])
})
