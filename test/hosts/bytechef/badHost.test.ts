import { describe, expect, test } from 'vitest'
import { actionOf, loadScript, triggerOf } from './script.ts'

const parameters = { access_token: 'secret-token', api_domain: 'https://acme.pipedrive.com' }
const deal = { id: 42, title: 'Desks' }
const created = { success: true, data: deal }

/** An `http` that answers every call so, and what was asked of it. */
const answering = (answer: (url: string, method: string) => unknown) => {
  const calls: string[] = []
  const http = ({ url, method }: { url: string; method: string }) => {
    calls.push(`${method} ${url}`)
    return answer(url, method)
  }
  return { calls, context: { http } }
}

const get = (answer: (url: string, method: string) => unknown, given: unknown = parameters) => {
  const { calls, context } = answering(answer)
  const input = { method: 'GET', path: '/api/v2/deals/42' }
  return { calls, run: () => actionOf('customAction').perform(input, given, context) }
}

const add = (answer: (url: string, method: string) => unknown) => {
  const { calls, context } = answering(answer)
  const input = { deal: { title: 'Desks' } }
  return { calls, run: () => actionOf('addDeal').perform(input, parameters, context) }
}

test.each([
  ['JSON as text', { statusCode: 200, headers: {}, body: JSON.stringify(created) }],
  ['the status as text', { statusCode: '200', headers: {}, body: created }],
  ['headers as lists', { statusCode: 200, headers: { 'X-A': ['1', '2'] }, body: created }],
  ['no headers at all', { statusCode: 200, body: created }],
])('an http that returns %s is understood', (_, answer) => {
  expect(get(() => answer).run()).toEqual({ status: 200, body: created })
})

const unreadable = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'OK'],
  ['no status', { headers: {}, body: created }],
  ['a status that is none', { statusCode: 'OK', headers: {}, body: created }],
] as const

describe.each(unreadable)('an http that returns %s', (_, answer) => {
  test('fails a read once, with what was wrong', () => {
    const { calls, run } = get(() => answer)
    expect(run).toThrow(/ByteChef’s http has returned .*Report it to the vendor/)
    expect(calls).toHaveLength(1)
  })

  test('leaves the outcome of a write unknown, and it is not repeated', () => {
    const { calls, run } = add(() => answer)
    expect(run).toThrow(expect.objectContaining({ recovery: 'check' }))
    expect(calls).toEqual(['POST https://acme.pipedrive.com/api/v2/deals'])
  })
})

test('an empty answer to a write says that the record may be there', () => {
  const { calls, run } = add(() => ({ statusCode: 201, headers: {}, body: null }))
  expect(run).toThrow(/without the record.*Look in Pipedrive for a deal titled "Desks"/)
  expect(calls).toHaveLength(1)
})

const page = { 'Content-Type': ['text/html; charset=utf-8'] }

test('a page that the platform keeps to itself is not taken for an empty answer', () => {
  const refused = get(() => ({ statusCode: 403, headers: page, body: null }))
  expect(refused.run).toThrow(
    expect.objectContaining({ recovery: 'wait', message: expect.stringContaining('text/html') }),
  )
  const { context } = answering(() => ({ statusCode: 200, headers: page, body: null }))
  const remove = () => actionOf('deleteDeal').perform({ id: 42 }, parameters, context)
  expect(remove).toThrow(/without the record/)
  const empty = get(() => ({ statusCode: 200, headers: { ...page, 'Content-Length': '0' } }))
  expect(empty.run()).toEqual({ status: 200, body: null })
})

test('an http that throws is tried again for a read, and never for a write', () => {
  const throwing = () => {
    throw new Error('refused, sent was: Bearer secret-token')
  }
  const read = get(throwing)
  expect(read.run).toThrow(/got no answer: refused, sent was: Bearer \*\*\*/)
  expect(read.calls).toHaveLength(4)
  const write = add(throwing)
  expect(write.run).toThrow(expect.objectContaining({ recovery: 'check' }))
  expect(write.calls).toHaveLength(1)
})

test('a record is not lost where its log throws', () => {
  const odd = {
    statusCode: 200,
    headers: {},
    body: { success: true, data: { ...deal, value: 'x' } },
  }
  const context = { ...answering(() => odd).context, log: () => JSON.parse('{') }
  expect(actionOf('addDeal').perform({ deal: { title: 'a' } }, parameters, context)).toMatchObject({
    body: { data: { id: 42 } },
  })
})

test.each([
  ['no connection', null, /There is no connection/],
  ['a token that can’t be sent', { access_token: 'a\nb' }, /access token/],
  [
    'an address that is not Pipedrive’s',
    { access_token: 'x', api_domain: 'https://pipedrive.com.evil.example' },
    /no token is sent there/,
  ],
  [
    'Pipedrive without encryption',
    { access_token: 'x', api_domain: 'http://acme.pipedrive.com' },
    /no token is sent there/,
  ],
])('with %s nothing is sent', (_, given, message) => {
  const { calls, run } = get(() => ({}), given)
  expect(run).toThrow(message)
  expect(calls).toEqual([])
})

test('without a token the platform authorizes, and one that is not accepted is named', () => {
  const refused = { statusCode: 401, headers: {}, body: { success: false, error: 'unauthorized' } }
  const { calls, run } = get(() => refused, { clientId: 'a', clientSecret: 'b' })
  expect(run).toThrow(/answered 401: unauthorized. Connect to Pipedrive again/)
  expect(calls).toEqual(['GET https://api.pipedrive.com/api/v2/deals/42'])
})

test('a platform that hands over nothing hears what it lacks', () => {
  expect(() => actionOf('getDeals').perform()).toThrow(/gives scripts no access to HTTP/)
  const trigger = triggerOf('newDeal')
  expect(() => trigger.webhookEnable({}, parameters)).toThrow(/has not handed over the address/)
  expect(() => trigger.webhookDisable({}, parameters, null)).toThrow(/has not handed over what/)
})

test('a reference that the platform has left unresolved is refused', () => {
  const { calls, context } = answering(() => ({}))
  const input = { id: '${trigger_1.id}' }
  expect(() => actionOf('getDealDetails').perform(input, parameters, context)).toThrow(/trigger_1/)
  expect(calls).toEqual([])
})

test('a value that contains itself is refused', () => {
  const input: Record<string, unknown> = { title: 'a' }
  input['deal'] = input
  const { context } = answering(() => ({}))
  expect(() => actionOf('addDeal').perform(input, parameters, context)).toThrow(/levels deep/)
})

const delivery = (body: unknown, headers = {}) => ({
  headers,
  parameters: {},
  body,
  method: 'POST',
})
const event = {
  data: { id: 42, title: 'Desks', owner_id: 1 },
  previous: null,
  meta: { id: 'x', action: 'create', entity: 'deal', timestamp: '2026-03-02T08:15:01Z' },
}

test('an event is brought into shape without a call; what it lacks is null', () => {
  const output = triggerOf('newDeal').webhookRequest({}, parameters, delivery(event))
  expect(output).toMatchObject({ id: 42, title: 'Desks', owner_name: null, cc_email: null })
  const asText = delivery(JSON.stringify(event))
  expect(triggerOf('newDeal').webhookRequest({}, parameters, asText)).toEqual(output)
  expect(triggerOf('newPerson').webhookRequest({}, parameters, delivery(event))).toBeNull()
  expect(triggerOf('newDeal').webhookRequest({}, parameters, delivery('nonsense'))).toBeNull()
})

test('a delivery with other credentials is refused where the platform has kept ours', () => {
  const kept = { id: 1, user: 'a', password: 'b' }
  const foreign = delivery(event, { Authorization: ['Basic Og=='] })
  const own = delivery(event, { Authorization: [`Basic ${btoa('a:b')}`] })
  const { webhookRequest } = triggerOf('newDeal')
  expect(() => webhookRequest({}, parameters, foreign, kept)).toThrow(/credentials/)
  expect(webhookRequest({}, parameters, own, kept)).toMatchObject({ id: 42 })
  const nonsense = { ...own, body: { meta: 'none' } }
  expect(() => webhookRequest({}, parameters, nonsense, kept)).toThrow(/no event of Pipedrive/)
})

test('each load of the script is a component of its own', () => {
  expect(loadScript()).not.toBe(loadScript())
})
