import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldValues } from '../fieldTypes.ts'
import { failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const values = fieldValues()
const customIn = (output: unknown) => pick(output, 'body', 'data', 'custom')

test('a deal reads back by name what was written by name, wherever it is read', async () => {
  const input = { deal: { title: 'All types', custom_fields: values } }
  const added = await bench.output('addDeal', input)
  expect(customIn(added)).toEqual(values)
  const id = pick(added, 'body', 'data', 'id')
  const read = success(await bench.run('getDealDetails', { id }))
  expect(customIn(read.output)).toEqual(values)
  expect(read.requests.map(({ path }) => path)).not.toContain('/api/v2/dealFields')
  expect(pick(read.output, 'body', 'data', 'custom_fields')).toBeDefined()
  const listed = await bench.rows('getDeals', { sort: 'add_time DESC' })
  expect(listed.find(row => pick(row, 'id') === id)).toMatchObject({ custom: values })
})

test('so does a lead, which has its fields at the top level', async () => {
  const input = { lead: { title: 'All types', person_id: 1, custom_fields: values } }
  const added = await bench.output('addLead', input)
  expect(customIn(added)).toEqual(values)
})

test('names are found in any case, with spaces around, and by key', async () => {
  const added = await bench.output('addDeal', {
    deal: { title: 'Names', custom_fields: { ' budget ': values['Budget'], SOURCE: 'website' } },
  })
  expect(customIn(added)).toMatchObject({ Budget: values['Budget'], Source: 'Website' })
  const [key] = Object.keys(Object(pick(added, 'body', 'data', 'custom_fields')))
  const byKey = await bench.output('addDeal', {
    deal: {
      title: 'Key',
      custom_fields: { [String(key)]: 'R-1', Interests: { add: ['Hardware'] } },
    },
  })
  expect(customIn(byKey)).toMatchObject({ Reference: 'R-1', Interests: ['Hardware'] })
})

test.each([
  [{ Bugdet: 1 }, 'deal.custom_fields.Bugdet: is not a custom field; did you mean "Budget"?'],
  [{ Source: 'Fair' }, '"Fair" is not one of the options; there are "'],
  [
    { Interests: { add: ['Hardware', 'A', 'B'], remove: ['C'] } },
    /Interests: "A" is not one .*; "B" is not one .*; "C" is not one of the options/,
  ],
  [{ Source: 999 }, '999 is not one of the options'],
  [{ Budget: 99.5 }, 'it needs a currency'],
  [{ Budget: { value: 1 } }, 'needs a currency'],
  [{ 'Decision date': '2026-02-30' }, 'is not a date that exists'],
  [{ 'Decision date': 'Main Street 5' }, 'is not a date'],
  [{ 'Discount %': 'a lot' }, '"a lot" is not a number'],
  [{ Rollout: '2026-12-24' }, 'is not two dates'],
  [{ Reference: 'x'.repeat(300) }, 'has 300 characters; Pipedrive takes 255 at most'],
  [{ 'Decision maker': 'Jane' }, 'is not the id of a person, and names are not looked up here'],
  [{ Source: 'Website', source: 'Website' }, 'is given twice'],
  [JSON.parse('{"__proto__": 1}'), 'is not a custom field'],
  [{ constructor: 1 }, 'is not a custom field'],
  [{ '': 1 }, 'is not a custom field'],
  [{ 'a.b[0]$': 1 }, 'deal.custom_fields["a.b[0]$"]'],
])('%j is refused before anything is sent', async (custom_fields, problem) => {
  const result = await bench.run('addDeal', { deal: { title: 'Wrong', custom_fields } })
  expect(failure(result).message).toEqual(
    problem instanceof RegExp ? expect.stringMatching(problem) : expect.stringContaining(problem),
  )
  expect(result.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('ten thousand fields that there are not are refused in time', async () => {
  const custom_fields = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`Nothing ${at}`, at]),
  )
  const result = await bench.run('addDeal', { deal: { title: 'Many', custom_fields } })
  expect(failure(result).message).toContain('is not a custom field')
  expect(result.ms).toBeLessThan(2_000)
})

test('what is written nowhere reads as null, and null writes nothing', async () => {
  const added = await bench.output('addDeal', {
    deal: { title: 'Null', custom_fields: { Reference: 'R', Budget: null, Interests: [] } },
  })
  expect(customIn(added)).toMatchObject({ Reference: 'R', Budget: null, Interests: null })
})

test('a record without values asks for no definitions', async () => {
  const other = await openBench()
  const { output, requests } = success(await other.run('addDeal', { deal: { title: 'Bare' } }))
  expect(customIn(output)).toEqual({})
  expect(requests.map(({ path }) => path)).not.toContain('/api/v2/dealFields')
  await other.close()
})

const field = (body: object) => ({ method: 'POST', path: '/api/v2/dealFields', body })

test('a field that was just made is known at once, by a name that harms nothing', async () => {
  await bench.rows('getDeals', { limit: 1 })
  const names = ['__proto__', 'constructor', 'a.b[0]$', 'Budget', 'title']
  for (const field_name of names)
    success(await bench.run('customAction', field({ field_name, field_type: 'varchar' })))
  const own = JSON.parse('{"__proto__":"p","constructor":"c","a.b[0]$":"d","title":"t"}')
  const added = await bench.output('addDeal', { deal: { title: 'Odd', custom_fields: own } })
  expect(JSON.stringify(customIn(added))).toContain('"__proto__":"p","constructor":"c"')
  expect(pick(added, 'body', 'data', 'title')).toBe('Odd')
  expect(customIn(added)).toHaveProperty('title', 't')
  const twice = await bench.run('addDeal', { deal: { title: 'Two', custom_fields: { Budget: 1 } } })
  expect(failure(twice).message).toMatch(
    /there are 2 fields of this name; give one by its key: [0-9a-f]{40} \(monetary\), [0-9a-f]{40} \(varchar\)/,
  )
  const name = Object.keys(Object(customIn(added))).find(name => /^Budget \(\w{6}\)$/.test(name))
  const byAlias = { deal: { title: 'Alias', custom_fields: { [String(name)]: 'x' } } }
  expect(customIn(await bench.output('addDeal', byAlias))).toHaveProperty([String(name)], 'x')
})

test.each(['person', 'organization'])('a %s has its fields by name too', async kind => {
  const action = kind === 'person' ? 'addPerson' : 'addOrganization'
  const custom_fields = kind === 'person' ? { Language: 'English' } : { Segment: 'Large' }
  const added = await bench.output(action, { [kind]: { name: 'New', custom_fields } })
  expect(customIn(added)).toMatchObject(custom_fields)
})
