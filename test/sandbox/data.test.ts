import { startSandbox } from '../../sandbox/index.ts'
import { must, useSandbox } from './harness.ts'
import type { Row } from './rows.ts'

describe('the standard account', () => {
  const sandbox = useSandbox()

  test.each([
    ['/api/v2/deals?limit=500', 650],
    ['/api/v2/deals/archived?limit=500', 60],
    ['/api/v2/deals?status=deleted', 12],
    ['/api/v2/persons?limit=500', 1200],
    ['/api/v2/organizations?limit=500', 620],
    ['/api/v2/pipelines', 2],
    ['/api/v2/stages', 11],
  ])('%s has %d records', async (path, count) => {
    expect(await sandbox.all(path)).toHaveLength(count)
  })

  test.each([
    ['/v1/leads', 500],
    ['/v1/leads/archived', 120],
  ])('%s has %d leads', async (path, count) => {
    const first = await sandbox.get(`${path}?limit=400`)
    const second = await sandbox.get(`${path}?limit=400&start=400`)
    expect(first.body.data.length + second.body.data.length).toBe(count)
    expect(first.body.additional_data.more_items_in_collection).toBe(count > 400)
    expect(second.body.additional_data.more_items_in_collection).toBe(false)
  })

  test('three users, of whom one is inactive', async () => {
    const { body } = await sandbox.get('/v1/users')
    expect(body.data.map(user => user.active_flag)).toEqual([true, true, false])
  })

  test('deals without person, without organization, and with deleted ones', async () => {
    const deals = await sandbox.all('/api/v2/deals?limit=500')
    const persons = await sandbox.all('/api/v2/persons?limit=500')
    const present = new Set(persons.map(person => person.id))
    const without = (key: 'person_id' | 'org_id') => deals.filter(deal => deal[key] === null).length
    expect(without('person_id')).toBe(65)
    expect(without('org_id')).toBe(65)
    const gone = deals.filter(deal => deal.person_id !== null && !present.has(deal.person_id))
    expect(gone.length).toBeGreaterThan(5)
    expect((await sandbox.get(`/api/v2/persons/${must(gone[0]).person_id}`)).status).toBe(410)
    expect((await sandbox.get(`/api/v2/persons?ids=${must(gone[0]).person_id}`)).body.data).toEqual(
      [],
    )
  })

  test('two persons of one name in different organizations', async () => {
    const persons = await sandbox.all('/api/v2/persons?limit=500')
    const byName = new Map<string, Row[]>()
    for (const person of persons)
      byName.set(person.name, [...(byName.get(person.name) ?? []), person])
    const twins = [...byName.values()].filter(group => group.length > 1)
    expect(twins).toHaveLength(1)
    const [a, b] = must(twins[0])
    expect(must(a).org_id).not.toBe(must(b).org_id)
  })

  test('names that break addresses and templates arrive as they are', async () => {
    const persons = await sandbox.all('/api/v2/persons?limit=500')
    const names = persons.map(person => person.name)
    expect(names).toEqual(
      expect.arrayContaining(['李小龍', '${person.name}', 'Robert "Bob" O\'Neil & Co']),
    )
  })

  test('money has cents', async () => {
    const deals = await sandbox.all('/api/v2/deals?limit=500')
    expect(deals.some(deal => !Number.isInteger(deal.value))).toBe(true)
  })
})

describe('the seed', () => {
  const titles = async (seed: number) => {
    const sandbox = await startSandbox({ seed })
    const headers = { authorization: `Bearer ${sandbox.accessToken}` }
    const read = async (path: string) => (await fetch(sandbox.url + path, { headers })).text()
    const content = (await read('/api/v2/deals?limit=500')) + (await read('/v1/leads'))
    await sandbox.close()
    return content
  }
  test('one seed, one account; another seed, another', async () => {
    const [a, b, c] = [await titles(7), await titles(7), await titles(8)]
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })
})

describe('an empty account', () => {
  const sandbox = useSandbox({ empty: true })
  test.each([
    '/api/v2/deals',
    '/api/v2/deals/archived',
    '/api/v2/persons',
    '/api/v2/organizations',
    '/api/v2/activities',
    '/v1/leads',
    '/v1/leads/archived',
  ])('%s is an empty list', async path => {
    const { status, body } = await sandbox.get(path)
    expect([status, body.data]).toEqual([200, []])
  })
  test('has users and takes records', async () => {
    const { body } = await sandbox.post('/api/v2/deals', { title: 'First' })
    expect(body.data).toMatchObject({ id: 1, title: 'First', value: 0, status: 'open' })
  })
})
