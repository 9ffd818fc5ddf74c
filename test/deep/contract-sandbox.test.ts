import type { Route } from '../../sandbox/route.ts'
import { routes } from '../../sandbox/routes/index.ts'
import type { Exchange } from '../../sandbox/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { createChecker } from '../contract/openapi/checker.ts'
import { patches } from '../contract/openapi/patches.ts'
import { specFolder } from '../contract/openapi/folder.ts'
import { leaveTally } from '../contract/openapi/tally.ts'
import { report } from '../contract/openapi/report.ts'
import { useReceiver } from '../sandbox/harness.ts'

/** Every operation of the sandbox, done well and done badly, against Pipedrive's own files; that
 * each can be done well, the official client shows. */
const folder = specFolder()

const receiver = useReceiver()
const bodies: Readonly<Record<string, object>> = {
  '/deals': { title: 'Contract', value: 1.5, person_id: null, label_ids: [21] },
  '/persons': { name: 'Contract', emails: [{ value: 'a@mail.example' }], org_id: 1 },
  '/organizations': { name: 'Contract', address: { value: 'Tallinn' }, employee_count: null },
  '/activities': { subject: 'Contract', deal_id: 1, participants: [{ person_id: 1 }], done: true },
  '/leads': { title: 'Contract', person_id: 1, value: { amount: 0.5, currency: 'EUR' } },
}
const queries: Readonly<Record<string, string>> = {
  '/deals/search': 'term=pilot&fields=title,notes',
  '/persons/search': 'term=ada',
  '/organizations/search': 'term=alpine',
  '/leads/search': 'term=pilot',
  '/itemSearch': 'term=alpine&item_types=organization,lead',
  '/itemSearch/field': 'term=Ada&entity_type=person&field=name&match=beginning',
  '/users/find': 'term=mari',
  '/leads': 'sort=title%20ASC,owner_id%20DESC&limit=500',
  '/deals': 'limit=500&status=open,won&include_fields=smart_bcc_email,activities_count',
  '/persons': 'limit=500&include_fields=open_deals_count&include_labels=true',
  '/organizations': 'limit=500&include_fields=people_count',
  '/activities': 'limit=500&include_fields=attendees',
}

const runAll = async (onExchange: (exchange: Exchange) => void) => {
  const sandbox = await startSandbox({ onExchange })
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: {
        authorization: `Bearer ${sandbox.accessToken}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await response.json()) as { readonly data?: { readonly id?: unknown } }
  }
  /** An id to work on: of something new, or of what the account has. */
  const idFor = async ({ path, version }: Route) => {
    const collection = path.replace(/\/\{\w+\}$/, '')
    const prefix = `/api/${version}`
    if (path.includes('{field_code}')) return 'label'
    if (collection === '/users') return (await call('GET', `${prefix}/users/me`)).data?.id
    const body = collection === '/webhooks' ? webhook() : bodies[collection]
    return body ? (await call('POST', prefix + collection, body)).data?.id : 1
  }
  const webhook = () => ({
    name: 'Contract',
    subscription_url: receiver.url,
    event_action: '*',
    event_object: '*',
    http_auth_user: 'u',
    http_auth_password: null,
  })
  for (const route of routes) {
    const { method, path, version } = route
    const id = path.includes('{') ? String(await idFor(route)) : ''
    const target = `/api/${version}${path.replace(/\{\w+\}/, id).replace(/\{\w+\}/g, '1')}`
    const query = method === 'GET' ? (queries[path] ?? '') : ''
    const changes = { '/deals/{id}': { status: 'won' }, '/leads/{id}': { was_seen: true } }
    const change = Object.entries(changes).find(([known]) => known === path)?.[1]
    const add = path === '/webhooks' ? webhook() : bodies[path]
    const patch = change ?? { owner_id: 12415232 }
    const body = method === 'POST' ? add : method === 'PATCH' ? patch : undefined
    await call(method, `${target}?${query}`, body)
    await call(method, `${target}?nonsense=1`, method === 'GET' ? undefined : { nonsense: 1 })
    await call(method, target.replace(/[^/]+$/, '0'), body)
  }
  await sandbox.close()
}

const checkAll = () => {
  test('every operation keeps to the files', async () => {
    const checker = createChecker(folder ?? '')
    const exchanges: Exchange[] = []
    await runAll(exchange => void exchanges.push(exchange))
    const violations = exchanges.flatMap(exchange => checker.check(exchange))
    leaveTally(checker, violations)
    console.log(report(checker, violations))
    expect(violations).toEqual([])
    const asked = new Set(checker.counts().keys())
    for (const { method, path, version } of routes)
      expect(asked).toContain(`${method} /api/${version}${path}`)
  }, 60_000)

  test('the prices are those of the files', async () => {
    const checker = createChecker(folder ?? '')
    const price = ({ method, path, version }: Route) =>
      checker.prices.get(`${method} /api/${version}${path}`)
    for (const route of routes)
      expect([route.path, price(route)]).toEqual([route.path, route.tokens])
  })

  test('the checker sees what is wrong', () => {
    const checker = createChecker(folder ?? '')
    const good: Exchange = {
      method: 'GET',
      path: '/api/v2/deals',
      query: { limit: '5', status: 'open,won' },
      body: undefined,
      status: 200,
      responseBody: { success: true, data: [{ id: 1, value: 1.5, person_id: null }] },
    }
    const problems = (more: Partial<Exchange>) =>
      checker.check({ ...good, ...more }).map(violation => violation.problem)
    const deal = { method: 'POST', responseBody: { success: true, data: { id: 1 } } }
    expect(problems({})).toEqual([])
    expect(problems({ query: { user_id: '1' } })).toEqual(['query user_id is not declared'])
    expect(problems({ query: { limit: 'many' } })[0]).toContain('query limit')
    expect(problems({ query: { status: 'open,gone' } })[0]).toContain('query status')
    expect(problems({ status: 201 })).toEqual(['status 201 is not declared'])
    expect(problems({ responseBody: { success: true, data: [{ id: 'x' }] } })[0]).toContain(
      '/data/0/id',
    )
    expect(problems({ ...deal, query: {}, body: { title: 'x' } })).toEqual([])
    expect(problems({ ...deal, query: {}, body: { title: 'x', user_id: 1 } })[0]).toContain(
      'user_id',
    )
    expect(problems({ ...deal, query: {}, body: { title: 5 } })[0]).toContain('/title')
    expect(problems({ status: 400, responseBody: { message: 'no' } })[0]).toContain(
      'no known shape',
    )
    expect(problems({ path: '/api/v2/nothing' })).toEqual(['no such operation'])
  })

  test('every known defect of the files is still one', () => {
    const raw = createChecker(folder ?? '').unpatched
    for (const patch of patches)
      expect([patch.reason, raw.some(operation => patch.applies(operation))]).toEqual([
        patch.reason,
        true,
      ])
  })
}

if (folder !== undefined) describe('the sandbox', checkAll)
else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
