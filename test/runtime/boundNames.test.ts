import { expect, onTestFinished, test } from 'vitest'
import type { BoundNames } from '../../engine/index.ts'
import type { SandboxOptions } from '../../sandbox/index.ts'
import { failure, openBench, pick, success } from './support.ts'

const open = async (options: SandboxOptions = {}) => {
  const bench = await openBench(options)
  onTestFinished(bench.close)
  /** The key under which a deal has the value of a field. */
  const keyOf = async (name: string) => {
    const deal = { title: name, custom_fields: { [name]: 'x' } }
    const data = pick(await bench.output('addDeal', { deal }), 'body', 'data')
    const [key = ''] =
      Object.entries(Object(pick(data, 'custom_fields')) as object).find(
        ([, value]) => value !== null,
      ) ?? []
    return key
  }
  const rename = async (key: string, field_name: string) =>
    bench.output('customAction', {
      ...{ method: 'PATCH', path: `/api/v2/dealFields/${key}`, body: { field_name } },
    })
  const bound = (names: Readonly<Record<string, string>>) => {
    const entries = Object.entries(names).map(([name, key]) => [name, { key }] as const)
    const boundNames: BoundNames = { deal: Object.fromEntries(entries) }
    return { boundNames, operationOf: (node: string) => (node === 'deal' ? 'addDeal' : undefined) }
  }
  const outputs = (custom: object) => ({ deal: { body: { data: { custom } } } })
  return { bench, keyOf, rename, bound, outputs }
}
const titleOf = (output: unknown) => pick(output, 'body', 'data', 'title')

test('a reference follows its field, also when another one has taken the name', async () => {
  const { bench, keyOf, rename, bound, outputs } = await open()
  const [one, other] = [await keyOf('Reference'), await keyOf('Competitors')]
  await rename(one, 'Aside')
  await rename(other, 'Reference')
  await rename(one, 'Competitors')
  const input = {
    deal: {
      title: '${deal.body.data.custom.Reference} ${deal.body.data.custom["Competitors"]}',
      custom_fields: { Reference: 'one', Competitors: 'other' },
    },
  }
  const { output, requests, warnings } = await bench
    .run('addDeal', input, {
      outputs: outputs({ Competitors: 'first', Reference: 'second' }),
      bound: bound({ Reference: one, Competitors: other }),
    })
    .then(result => ('error' in result ? Promise.reject(result.error) : result))
  expect(titleOf(output)).toBe('first second')
  expect(pick(output, 'body', 'data', 'custom_fields')).toMatchObject({
    ...{ [one]: 'one', [other]: 'other' },
  })
  expect(warnings.map(({ path }) => path)).toEqual([
    ...['deal.custom_fields.Reference', 'deal.custom_fields.Competitors'],
    ...['deal.title', 'deal.title'],
  ])
  expect(requests.filter(({ path }) => path === '/api/v2/dealFields').length).toBeLessThan(2)
})

test('with definitions known, bound names cost no call', async () => {
  const { bench, keyOf, bound } = await open()
  const deal = { title: 'Warm', custom_fields: { Reference: 'x' } }
  const key = await keyOf('Reference')
  const { requests } = success(
    await bench.run('addDeal', { deal }, { bound: bound({ Reference: key }) }),
  )
  expect(requests.map(({ path }) => path)).not.toContain('/api/v2/dealFields')
})

test('an output of before the rename has the earlier name, and is found', async () => {
  const { bench, keyOf, rename, bound, outputs } = await open()
  const key = await keyOf('Reference')
  await rename(key, `5' 3"`)
  const deal = { title: '${deal.body.data.custom.Reference}' }
  const run = async (custom: object) =>
    bench.run('addDeal', { deal }, { outputs: outputs(custom), bound: bound({ Reference: key }) })
  for (const custom of [{ Reference: 'R' }, { [`5' 3"`]: 'R' }])
    expect(pick(await run(custom), 'output', 'body', 'data', 'title')).toBe('R')
})

test('a list goes by a field that was renamed', async () => {
  const { bench, keyOf, rename, bound } = await open()
  const key = await keyOf('Reference')
  await rename(key, 'Aside')
  const more = { bound: bound({ Reference: key }) }
  const listed = await bench.run('getDeals', { custom_fields: { Reference: 'x' } }, more)
  expect(pick(listed, 'output', 'body', 'data', 0, 'title')).toBe('Reference')
  expect(pick(listed, 'output', 'body', 'data', 1)).toBeUndefined()
})

test('a record is found by a field that was renamed', async () => {
  const { bench, keyOf, rename, bound } = await open()
  const key = await keyOf('Reference')
  await rename(key, 'Aside')
  const deal = { title: 'Found', custom_fields: { Reference: 'R-42' } }
  const input = { match_by: 'custom_field', custom_field: 'Reference', deal }
  const outcome = async () => {
    const result = await bench.run('findOrCreateDeal', input, { bound: bound({ Reference: key }) })
    return pick(result, 'output', 'body', 'outcome')
  }
  expect([await outcome(), await outcome()]).toEqual(['created', 'found'])
})

test('a reference to a field that was deleted names it, unless it has a fallback', async () => {
  const { bench, keyOf, bound, outputs } = await open()
  const key = await keyOf('Reference')
  await bench.output('customAction', { method: 'DELETE', path: `/api/v2/dealFields/${key}` })
  const run = (title: string) =>
    bench.run(
      'addDeal',
      { deal: { title } },
      { outputs: outputs({ Competitors: null }), bound: bound({ Reference: key }) },
    )
  expect(failure(await run('${deal.body.data.custom.Reference}')).message).toContain(
    'deal.title: the custom field "Reference" was deleted in Pipedrive',
  )
  const fallback = await run(`\${deal.body.data.custom.Reference ?? 'none'}`)
  expect(pick(fallback, 'output', 'body', 'data', 'title')).toBe('none')
})

test('all names that are wrong are told at once, bound or not', async () => {
  const { bench, keyOf, bound } = await open()
  const [one, other] = [await keyOf('Reference'), await keyOf('Competitors')]
  for (const key of [one, other])
    await bench.output('customAction', { method: 'DELETE', path: `/api/v2/dealFields/${key}` })
  const custom_fields = {
    ...{ Reference: 'x', Bugdet: 1, Competitors: 'y', Source: 'Nope', 'Discount %': 5 },
    Interests: ['No', 'Hardware', 'None'],
  }
  const more = { bound: bound({ Reference: one, Competitors: other }) }
  const result = await bench.run('addDeal', { deal: { title: 'x', custom_fields } }, more)
  const { problems } = Object(failure(result)) as { problems: readonly { path: string }[] }
  expect(problems.map(({ path }) => path.replace('deal.custom_fields.', ''))).toEqual([
    ...['Reference', 'Competitors', 'Bugdet', 'Source', 'Interests', 'Interests'],
  ])
  expect(result.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('without the scope for definitions, bound names go by their keys, with a warning that names it', async () => {
  const { bench } = await open({ scopes: ['leads:full', 'contacts:full', 'users:read'] })
  const row = pick(await bench.run('getLeads', {}), 'output', 'body', 'data', 0)
  const [key = '', value] =
    Object.entries(Object(row) as object).find(([name]) => /^[0-9a-f]{40}$/.test(name)) ?? []
  const input = { lead: { title: 'By key', person_id: 1, custom_fields: { Named: value } } }
  const boundNames = { lead: { Named: { key } } }
  const result = await bench.run('addLead', input, {
    bound: { boundNames, operationOf: () => undefined },
  })
  expect(pick(result, 'output', 'body', 'data', key)).toEqual(value)
  expect(JSON.stringify(pick(result, 'warnings'))).toContain('deals:read')
})
