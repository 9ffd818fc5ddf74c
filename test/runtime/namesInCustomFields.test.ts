import { afterAll, beforeAll, expect, test } from 'vitest'
import { streamRows } from '../../engine/index.ts'
import { actionNamed, failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
  await bench.output('addOrganization', { organization: { name: 'Lantern Works' } })
  const email = [{ value: 'ida@example.com', primary: true, label: 'work' }]
  await bench.output('addPerson', { person: { name: 'Ida Marsh', email } })
  for (const name of ['Twin Twain', 'Twin Twain'])
    await bench.output('addPerson', { person: { name } })
})
afterAll(() => bench.close())

const named = (action: string, input: unknown) => bench.run(action, input, { resolveNames: true })
const adding = (custom_fields: object) => ({ deal: { title: 'Ropes', custom_fields } })
const idOf = async (action: string, text: string) =>
  Number(pick(success(await named(action, { id: text })).output, 'body', 'data', 'id'))
const custom = (output: unknown) => pick(output, 'body', 'data', 'custom')

test('names stand for ids of users, persons and organizations, and the answer says for which', async () => {
  const ida = await idOf('getPersonDetails', 'Ida Marsh')
  const works = await idOf('getOrganizationDetails', 'Lantern Works')
  const input = adding({
    Presales: 'mari@sandbox.example',
    'decision MAKER': 'Ida@example.com',
    Reseller: 'lantern works',
    Reference: 'Ida Marsh',
    'Discount %': '12.5',
  })
  const { output, resolved } = success(await named('addDeal', input))
  expect(custom(output)).toMatchObject({
    Presales: 12_415_231,
    'Decision maker': ida,
    Reseller: works,
    Reference: 'Ida Marsh',
  })
  expect(resolved?.map(({ path, id }) => [path, id])).toEqual([
    ['deal.custom_fields.Presales', 12_415_231],
    ['deal.custom_fields["decision MAKER"]', ida],
    ['deal.custom_fields.Reseller', works],
  ])
})

test('the address of a page does too, and a field may be given by its key', async () => {
  const id = await idOf('getPersonDetails', 'Ida Marsh')
  const page = `https://sandbox.pipedrive.com/person/${id}`
  const { output, resolved } = success(await named('addDeal', adding({ 'Decision maker': page })))
  expect(custom(output)).toMatchObject({ 'Decision maker': id })
  expect(resolved).toMatchObject([{ text: page, id, link: page }])
  const fields = pick(output, 'body', 'data', 'custom_fields')
  const [key = ''] = Object.entries(Object(fields)).find(([, value]) => value === id) ?? []
  expect(key).toMatch(/^[0-9a-f]{40}$/)
  const byKey = success(await named('addDeal', adding({ [key]: 'Ida Marsh' })))
  expect(custom(byKey.output)).toMatchObject({ 'Decision maker': id })
})

test('what several go by, or nothing, is an error with the field, and nothing is written', async () => {
  const result = await named(
    'addDeal',
    adding({ 'Decision maker': 'Twin Twain', Reseller: 'nowhere' }),
  )
  expect(failure(result).message).toMatch(
    /^deal\.custom_fields\["Decision maker"\]: "Twin Twain" may be .* or .*; deal\.custom_fields\.Reseller: there is no organization whose name is "nowhere"/,
  )
  expect(result.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('lists are narrowed by names, and a change takes them', async () => {
  const id = await idOf('getPersonDetails', 'Ida Marsh')
  const made = success(await named('addDeal', adding({})))
  const deal = { custom_fields: { 'Decision maker': 'Ida Marsh' } }
  success(await named('updateDeal', { id: pick(made.output, 'body', 'data', 'id'), deal }))
  const rows = streamRows(actionNamed('getDeals'), deal, {
    client: bench.client,
    resolveNames: true,
  })
  const { value } = await rows.next()
  expect(pick(value, 'custom', 'Decision maker')).toBe(id)
})

test('ids and other texts ask for no definitions beyond those that the action reads', async () => {
  const numbers = success(await named('addDeal', adding({ Presales: '12415231' })))
  expect(numbers.resolved).toBeUndefined()
  const texts = success(await named('addDeal', adding({ Reference: 'Ida Marsh' })))
  expect(texts.resolved).toBeUndefined()
  expect(texts.requests.map(({ method }) => method)).toEqual(['POST'])
})

test('a field that was added a moment ago takes a name at once', async () => {
  const body = { field_name: 'Referee', field_type: 'people' }
  const response = await fetch(`${bench.sandbox.url}/api/v2/dealFields`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bench.sandbox.accessToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  const { output } = success(await named('addDeal', adding({ referee: 'Ida Marsh' })))
  expect(custom(output)).toMatchObject({ Referee: await idOf('getPersonDetails', 'Ida Marsh') })
})

test('where names are not asked for, the error says what to give', async () => {
  const error = failure(await bench.run('addDeal', adding({ 'Decision maker': 'Ida Marsh' })))
  expect(error.message).toContain(
    '"Ida Marsh" is not the id of a person, and names are not looked up here',
  )
})
