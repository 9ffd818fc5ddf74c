import { afterAll, beforeAll, expect, test } from 'vitest'
import { streamRows } from '../../engine/index.ts'
import { actionNamed, failure, openBench, pick, success, type Bench } from './support.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench({ empty: true })
  await bench.output('addOrganization', { organization: { name: 'Lantern Works' } })
  const person = (name: string, value: string) => ({
    person: { name, email: [{ value, primary: true, label: 'work' }] },
  })
  await bench.output('addPerson', person('Ida Marsh', 'ida@example.com'))
  await bench.output('addPerson', person('Twin Twain', 'one@example.com'))
  await bench.output('addPerson', person('Twin Twain', 'two@example.com'))
  await bench.output('addDeal', { deal: { title: 'Buoys', person_id: 1 } })
  await bench.output('addLead', { lead: { title: 'Sails', person_id: 1 } })
})
afterAll(() => bench.close())

const named = (action: string, input: unknown) => bench.run(action, input, { resolveNames: true })
const deal = (members: object) => ({ deal: { title: 'Ropes', ...members } })
const linkTo = (page: string) => `https://sandbox.pipedrive.com/${page}`
/** The writes that have reached the API. */
const writes = async () => (await bench.calls()).filter(call => !call.startsWith('GET ')).length

test.each([
  ['a name', 'getPersonDetails', 'ida  MARSH', linkTo('person/1')],
  ['an e-mail address', 'getPersonDetails', 'Ida@example.com', linkTo('person/1')],
  ['the address of a page', 'getPersonDetails', linkTo('person/1/?tab=notes'), linkTo('person/1')],
  [
    'the name of an organization',
    'getOrganizationDetails',
    'Lantern Works',
    linkTo('organization/1'),
  ],
  ['the title of a deal', 'getDealDetails', 'buoys', linkTo('deal/1')],
])('%s stands for an id, and the answer says for which', async (_what, action, text, link) => {
  const result = success(await named(action, { id: text }))
  expect(pick(result.output, 'body', 'data', 'id')).toBe(1)
  expect(result.resolved).toEqual([
    { path: 'id', text, id: 1, label: expect.stringContaining('1'), link },
  ])
  expect(result.tokenCost).toBeGreaterThan(success(await bench.run(action, { id: 1 })).tokenCost)
})

test('accents that are written as letters of their own are the same name', async () => {
  const name = 'Zoë Ünïk'
  const id = pick(await bench.output('addPerson', { person: { name } }), 'body', 'data', 'id')
  const found = success(await named('getPersonDetails', { id: name.normalize('NFD') }))
  expect(pick(found.output, 'body', 'data', 'id')).toBe(id)
})

test('the title of a lead stands for its id, which is no number', async () => {
  const result = success(await named('getLeadDetails', { id: 'sails' }))
  const [lead] = result.resolved ?? []
  expect(pick(result.output, 'body', 'data', 'id')).toBe(lead?.id)
  expect(lead?.link).toBe(linkTo(`leads/inbox/${String(lead?.id)}`))
  const byLink = success(await named('getLeadDetails', { id: lead?.link }))
  expect(pick(byLink.output, 'body', 'data', 'title')).toBe('Sails')
})

test('a stage is looked for in the pipeline that is named beside it', async () => {
  const input = deal({
    stage_id: 'Qualified',
    pipeline_id: 'sales',
    user_id: 'mari@sandbox.example',
  })
  const result = success(await named('addDeal', input))
  expect(result.resolved?.map(({ path, id }) => [path, id])).toEqual([
    ['deal.user_id', expect.any(Number)],
    ['deal.pipeline_id', 1],
    ['deal.stage_id', 1],
  ])
  expect(pick(result.output, 'body', 'data', 'stage_id')).toBe(1)
})

test('names in a list stand for ids, and one that comes twice is looked up once', async () => {
  const before = (await bench.calls()).length
  const options = { person_id: 'Ida Marsh', label_ids: ['hot', 'HOT', 'cold'] }
  const result = success(await named('addLead', { lead: { title: 'Oars', ...options } }))
  expect(result.resolved?.map(({ path }) => path).sort()).toEqual([
    'lead.label_ids[0]',
    'lead.label_ids[1]',
    'lead.label_ids[2]',
    'lead.person_id',
  ])
  const calls = (await bench.calls()).slice(before)
  expect(calls.filter(call => call.includes('/persons/search')).length).toBeLessThanOrEqual(1)
})

test('several records of a name are listed with id, label and page, and nothing is written', async () => {
  const before = await writes()
  const { message, path, recovery } = failure(
    await named('addDeal', deal({ person_id: 'Twin Twain' })),
  )
  expect([path, recovery]).toEqual(['deal.person_id', 'fix-input'])
  expect(message).toContain(`2 (Twin Twain · one@example.com · 2, ${linkTo('person/2')})`)
  expect(message).toContain(`3 (Twin Twain · two@example.com · 3, ${linkTo('person/3')})`)
  expect(await writes()).toBe(before)
})

test.each([
  ['nobody', /there is no person whose name or e-mail address is "nobody"/],
  [linkTo('deal/1'), /is the address of a deal, but a person is needed/],
  [linkTo('settings'), /is the address of no record/],
  ['https://other.pipedrive.com/person/1', /another account; this one is https:\/\/sandbox/],
])('%s is no person, and the error says what was looked for', async (text, message) => {
  const before = await writes()
  const error = failure(await named('addDeal', deal({ person_id: text })))
  expect(error.message).toMatch(message)
  expect(error.path).toBe('deal.person_id')
  expect(await writes()).toBe(before)
})

test('all names that can’t be told are reported together', async () => {
  const error = failure(await named('addDeal', deal({ person_id: 'nobody', org_id: 'nowhere' })))
  expect(error.message).toMatch(/^deal.person_id: .*; deal.org_id: /)
})

test('numbers and numeric texts are ids and never looked for', async () => {
  const before = (await bench.calls()).length
  for (const id of [1, '1']) success(await named('getPersonDetails', { id }))
  for (const id of ['1.5', '1e3', ' 1 ', ''])
    expect(failure(await named('getPersonDetails', { id })).path).toBe('id')
  const calls = (await bench.calls()).slice(before)
  expect(calls.filter(call => call.includes('search'))).toEqual([])
})

test('nothing is looked for where the rest of the input is wrong', async () => {
  const before = (await bench.calls()).length
  const error = failure(await named('addDeal', { deal: { person_id: 'Ida Marsh', titel: 'x' } }))
  expect(error.message).not.toContain('person_id')
  expect((await bench.calls()).length).toBe(before)
})

test('a name is no id unless it is asked for, and the hint says so', async () => {
  const single = failure(await bench.run('getPersonDetails', { id: 'Ida Marsh' }))
  expect(single).toMatchObject({
    message: 'id: "Ida Marsh" is not an integer',
    hint: expect.stringContaining('give an id'),
  })
  const input = deal({ person_id: 'Ida', pipeline_id: 'Pilot' })
  expect(failure(await bench.run('addDeal', input)).hint).toBe(single.hint)
  expect(failure(await bench.run('getPersonDetails', { id: 1.5 })).hint).toBeUndefined()
})

test('what a reference leads to is data, also where it looks like a reference', async () => {
  const options = { resolveNames: true, outputs: { a: { title: '${b}', name: 'Ida Marsh' } } }
  const input = { deal: { title: '${a.title}', person_id: '${a.name}' } }
  const { output } = success(await bench.run('addDeal', input, options))
  expect(pick(output, 'body', 'data', 'title')).toBe('${b}')
  expect(pick(output, 'body', 'data', 'person_id', 'value')).toBe(1)
})

test('a list that is read row by row takes names too, and says which first', async () => {
  const told: unknown[] = []
  const rows = streamRows(
    actionNamed('getDeals'),
    { user_id: 'Mari Maasikas' },
    { client: bench.client, resolveNames: true, onResolved: names => void told.push(...names) },
  )
  await rows.next()
  expect(told).toMatchObject([{ path: 'user_id', text: 'Mari Maasikas' }])
})
