import { startSandbox } from '../../sandbox/index.ts'
import { must, useSandbox } from './harness.ts'
import type { Body } from './rows.ts'

const sandbox = useSandbox()
const search = async (path: string) => {
  const { status, body } = await sandbox.get(`/api/v2/${path}`)
  expect(status).toBe(200)
  return body.data.items.map(found => found.item)
}

test('deals by title, with names and money as it is', async () => {
  const { body } = await sandbox.post('/api/v2/deals', {
    title: 'Über-Deal & "Co"',
    value: 12.34,
    person_id: 1,
    org_id: 1,
  })
  const found = await search(
    `deals/search?term=${encodeURIComponent('über-deal & "co"')}&exact_match=true`,
  )
  expect(found).toEqual([
    expect.objectContaining({
      id: body.data.id,
      value: 12.34,
      person: { id: 1, name: '李小龍' },
      organization: { id: 1, name: 'Smith & Sons / Partners' },
      stage: { id: 1, name: 'Qualified' },
    }),
  ])
  await sandbox.remove(`/api/v2/deals/${body.data.id}`)
  expect(await search(`deals/search?term=${encodeURIComponent('über-deal')}`)).toEqual([])
})

test('follows its cursor to the end, each hit once', async () => {
  const ids: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`
    const { body } = await sandbox.get(`/api/v2/deals/search?term=for&limit=100${more}`)
    ids.push(...body.data.items.map(found => found.item.id))
    cursor = body.additional_data.next_cursor
  }
  expect(ids.length).toBeGreaterThan(500)
  expect(new Set(ids).size).toBe(ids.length)
})

test('filterAndSort by status, person and organization', async () => {
  const won = await search('deals/search?term=for&status=won&limit=500')
  expect(won.length).toBeGreaterThan(0)
  expect(won.every(deal => deal.status === 'won')).toBe(true)
  const ofPerson = await search('deals/search?term=for&person_id=20')
  expect(ofPerson.every(deal => deal.person.id === 20)).toBe(true)
  const staff = await search('persons/search?term=mail.example&fields=email&organization_id=30')
  expect(staff.length).toBeGreaterThan(0)
  expect(staff.every(person => person.organization.id === 30)).toBe(true)
})

test('narrowed, it ends after two thousand hits; as a whole it does not', async () => {
  const { url, accessToken, close } = await startSandbox({ scale: 4200 })
  const headers = { authorization: `Bearer ${accessToken}` }
  const count = async (query: string) => {
    let [hits, cursor] = [0, '']
    do {
      const path = `/api/v2/deals/search?term=for&limit=500${query}${cursor && `&cursor=${cursor}`}`
      const { data, additional_data } = (await (
        await fetch(url + path, { headers })
      ).json()) as Body
      hits += data.items.length
      cursor = additional_data.next_cursor ?? ''
    } while (cursor !== '')
    return hits
  }
  expect(await count('')).toBeGreaterThan(4000)
  expect(await count('&status=open')).toBe(2000)
  expect((await sandbox.get('/api/v2/deals/search?term=for&limit=501')).status).toBe(400)
  await close()
})

test('the search that v1 still has', async () => {
  const { body } = await sandbox.get('/v1/leads/search?term=pilot&limit=2&start=1')
  expect(body.data.items).toHaveLength(2)
  expect(body.additional_data).toMatchObject({ pagination: { start: 1, next_start: 3 } })
})

test('persons by name, e-mail and phone; only in the fields asked for', async () => {
  expect(await search('persons/search?term=person7%40mail.example&exact_match=true')).toHaveLength(
    1,
  )
  expect(await search('persons/search?term=person7%40mail.example&fields=name,phone')).toEqual([])
})

test('organizations by address, leads by title', async () => {
  const found = await search('organizations/search?term=tallinn&fields=address')
  expect(found[0]?.address).toContain('Tallinn')
  const leads = await search('leads/search?term=pilot&include_fields=lead.was_seen')
  expect(leads[0]).toMatchObject({ type: 'lead', was_seen: expect.any(Boolean) })
})

test('custom fields are searched', async () => {
  const { body } = await sandbox.get('/api/v2/dealFields?limit=500')
  const { field_code } = must(
    body.data.find(field => field.is_custom_field && field.field_type === 'text'),
  )
  await sandbox.post('/api/v2/deals', {
    title: 'x',
    custom_fields: { [field_code]: 'unheard of phrase' },
  })
  const [hit] = await search('deals/search?term=unheard&fields=custom_fields')
  expect(hit?.custom_fields).toEqual(['unheard of phrase'])
})

test('a field search tells upper from lower case', async () => {
  const names = async (term: string) =>
    (
      await sandbox.get(
        `/api/v2/itemSearch/field?entity_type=person&field=name&match=beginning&term=${term}`,
      )
    ).body.data
  expect((await names('Ada')).length).toBeGreaterThan(0)
  expect(await names('ada')).toEqual([])
})

test('all kinds at once', async () => {
  const found = await search('itemSearch?term=alpine&item_types=organization,lead')
  expect(new Set(found.map(item => item.type))).toEqual(new Set(['organization', 'lead']))
})
