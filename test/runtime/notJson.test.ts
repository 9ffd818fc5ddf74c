import { describe, expect, test } from 'vitest'
import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { instantClock } from './clocks.ts'
import { openServer } from './server.ts'
import { failure } from './support.ts'

/** Runs an action against a server that always answers the same. */
const answeredWith = async (
  { status, type, text }: { status: number; type: string; text: string },
  action: string,
  input: unknown,
) => {
  const api = await openServer(response => {
    response.writeHead(status, { 'content-type': type }).end(text)
  })
  const tokens = { accessToken: 'secret', apiDomain: api.url }
  const timing = instantClock().timing
  const client = openClient({ component: pipedrive, tokens, timing, allowLoopback: true })
  const result = await runStep(findAction(pipedrive, action), input, { client })
  await client.close()
  await api.close()
  return { error: failure(result), calls: api.heard.length }
}

const add = { deal: { title: 'T' } }

describe('a page in place of JSON', () => {
  const page = { status: 200, type: 'text/html', text: '<html><title>Sign in</title></html>' }

  test.each([
    ['getDeals', {}, 'GET /api/v2/deals'],
    ['getLeads', {}, 'GET /api/v1/leads'],
    ['getDealDetails', { id: 1 }, 'GET /api/v2/deals/{id}'],
    ['searchPersons', { term: 'an' }, 'GET /api/v2/persons/search'],
    ['addDeal', { deal: { title: 'T', custom_fields: { Budget: 1 } } }, 'GET /api/v2/dealFields'],
  ])('%s says what was answered, and by what it may be', async (action, input, request) => {
    const { error } = await answeredWith(page, action, input)
    expect(error.message).toContain(
      `${request} answered 200, but with a page or a text that is no JSON`,
    )
  })

  test('after a write, it is to be looked for', async () => {
    expect(await answeredWith(page, 'addDeal', add)).toMatchObject({
      error: { recovery: 'check' },
      calls: 1,
    })
  })
})

describe('what calls itself JSON and is none', () => {
  const answer = (status: number) => ({ status, type: 'application/json', text: '{"success":fal' })

  test.each([
    [400, 'fix-input', 'POST /api/v2/deals answered 400'],
    [401, 'reconnect', 'POST /api/v2/deals answered 401'],
    [502, 'check', 'POST /api/v2/deals answered 502'],
  ])('with %i is known by its status: %s', async (status, recovery, message) => {
    expect(await answeredWith(answer(status), 'addDeal', add)).toMatchObject({
      error: { recovery, message: expect.stringContaining(message) },
      calls: 1,
    })
  })

  test('with 200 leaves unknown what was done', async () => {
    expect(await answeredWith(answer(200), 'addDeal', add)).toMatchObject({
      error: { name: 'NoResponseError', recovery: 'check' },
      calls: 1,
    })
  })
})
