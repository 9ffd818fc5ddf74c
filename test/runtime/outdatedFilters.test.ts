import { expect, onTestFinished, test } from 'vitest'
import { streamRows } from '../../engine/index.ts'
import { manualClock } from './clocks.ts'
import { actionNamed, failure, listOf, openBench, pick, success } from './support.ts'

const kinds = [
  ['getLeads', 'deal', 'Competitors'],
  ['getDeals', 'deal', 'Competitors'],
  ['getPersons', 'person', 'Nickname'],
  ['getOrganizations', 'organization', 'Tax number'],
] as const

/** Definitions are known for as long as the test says; the account is changed by another program. */
const open = async (kind: 'deal' | 'person' | 'organization' = 'deal') => {
  const { timing, pass } = manualClock()
  const bench = await openBench({}, { timing })
  onTestFinished(bench.close)
  const path = `/api/v2/${kind}Fields`
  const { url, accessToken } = bench.sandbox
  const call = async (method: string, target: string, body?: object): Promise<unknown> => {
    const answer = await fetch(url + target, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(answer.ok).toBe(true)
    return pick(await answer.json(), 'data')
  }
  const ask = (method: string, more: string, body?: object) => call(method, path + more, body)
  const fields = listOf(await ask('GET', '?limit=500'))
  const keyOf = (name: string) => {
    const field = fields.find(one => pick(one, 'field_name') === name)
    return String(pick(field, 'field_code'))
  }
  const asked = (result: { readonly requests: readonly { readonly path: string }[] }) =>
    result.requests.filter(one => one.path === path).length
  return {
    ...{ bench, asked, call, passSeconds: (seconds: number) => pass(seconds * 1000) },
    remove: (name: string) => ask('DELETE', `/${keyOf(name)}`),
    rename: (name: string, field_name: string) => ask('PATCH', `/${keyOf(name)}`, { field_name }),
    make: (field_name: string) => ask('POST', '', { field_name, field_type: 'varchar' }),
  }
}
const rowsOf = (result: unknown) => listOf(pick(result, 'output', 'body', 'data'))

test.each(kinds)(
  '%s by a field that was deleted is an error and no empty list',
  async (action, kind, name) => {
    const { bench, asked, passSeconds, remove } = await open(kind)
    const input = { custom_fields: { [name]: 'nowhere' } }
    expect(rowsOf(success(await bench.run(action, input)))).toEqual([])
    await remove(name)
    passSeconds(61)
    const result = await bench.run(action, input)
    expect(failure(result).message).toContain(`is not a custom field`)
    expect(asked(result)).toBe(1)
  },
)

test.each(kinds)(
  '%s by a field that was only renamed is an error, too',
  async (action, kind, name) => {
    const { bench, passSeconds, rename } = await open(kind)
    const input = { custom_fields: { [name]: 'nowhere' } }
    success(await bench.run(action, input))
    await rename(name, 'Aside')
    passSeconds(61)
    expect(failure(await bench.run(action, input)).message).toContain(`is not a custom field`)
  },
)

test('leads without a value in a field that was deleted are no answer', async () => {
  const { bench, passSeconds, remove } = await open()
  const input = { custom_fields: { Competitors: null }, limit: 1 }
  expect(rowsOf(success(await bench.run('getLeads', input)))).toHaveLength(1)
  await remove('Competitors')
  passSeconds(61)
  expect(failure(await bench.run('getLeads', input)).message).toContain('is not a custom field')
})

test('an empty list costs a call for definitions once a minute at most, and others none', async () => {
  const { bench, asked, passSeconds } = await open()
  const run = async (Reference: string) => {
    const result = success(await bench.run('getLeads', { custom_fields: { Reference } }))
    return [rowsOf(result).length > 0, asked(result)]
  }
  expect(await run('nowhere')).toEqual([false, 1])
  expect(await run('nowhere')).toEqual([false, 0])
  passSeconds(61)
  expect(await run('nowhere')).toEqual([false, 1])
  expect(await run('nowhere')).toEqual([false, 0])
  const lead = { title: 'L', person_id: 1, custom_fields: { Reference: 'here' } }
  await bench.output('addLead', { lead })
  passSeconds(600)
  expect(await run('here')).toEqual([true, 0])
})

test.each(['as a whole', 'row by row'])(
  'a list is read again %s by the field that now has the name',
  async how => {
    const { bench, call, passSeconds, rename, make } = await open()
    const custom_fields = { Reference: 'one' }
    expect(rowsOf(success(await bench.run('getLeads', { custom_fields })))).toEqual([])
    await rename('Reference', 'Aside')
    const key = String(pick(await make('Reference'), 'field_code'))
    await call('POST', '/api/v1/leads', { title: 'Of the new field', person_id: 1, [key]: 'one' })
    passSeconds(61)
    if (how === 'row by row') {
      const rows = streamRows(actionNamed('getLeads'), { custom_fields }, { client: bench.client })
      return expect(pick((await rows.next()).value, 'title')).toBe('Of the new field')
    }
    const result = success(await bench.run('getLeads', { custom_fields }))
    expect(rowsOf(result).map(row => pick(row, 'title'))).toEqual(['Of the new field'])
  },
)

test('find or create looks by the field that now has the name before it adds a record', async () => {
  const { bench, asked, call, passSeconds, rename, make } = await open()
  const deal = { title: 'Here', custom_fields: { Reference: 'R-77' } }
  const input = { match_by: 'custom_field', custom_field: 'Reference', deal }
  await bench.output('addDeal', { deal: { title: 'Warm', custom_fields: { Reference: 'x' } } })
  await rename('Reference', 'Aside')
  const key = String(pick(await make('Reference'), 'field_code'))
  const there = { title: 'There already', custom_fields: { [key]: 'R-77' } }
  await call('POST', '/api/v2/deals', there)
  passSeconds(61)
  const result = success(await bench.run('findOrCreateDeal', input))
  expect(pick(result.output, 'body')).toMatchObject({
    outcome: 'found',
    data: { title: 'There already' },
  })
  expect(asked(result)).toBe(1)
})

test('find or create adds nothing for a field that was renamed', async () => {
  const { bench, asked, passSeconds, rename } = await open()
  const deal = { title: 'Here', custom_fields: { Reference: 'R-78' } }
  const input = { match_by: 'custom_field', custom_field: 'Reference', deal }
  await bench.output('addDeal', { deal: { title: 'Warm', custom_fields: { Reference: 'x' } } })
  await rename('Reference', 'Aside')
  passSeconds(61)
  const result = await bench.run('findOrCreateDeal', input)
  expect(failure(result).message).toContain('deal.custom_fields.Reference: is not a custom field')
  expect(asked(result)).toBe(1)
  expect(result.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})
