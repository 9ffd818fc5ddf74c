import { must, useSandbox } from './harness.ts'
import type { Row } from './rows.ts'

const sandbox = useSandbox()
const me = 12415231
const ids = (rows: readonly Row[]) => rows.map(row => row.id)

describe('paging', () => {
  test.each(['id', 'add_time', 'update_time'] as const)(
    'by %s, both ways, gives every row once and in order',
    async key => {
      for (const direction of ['asc', 'desc']) {
        const rows = await sandbox.all(
          `/api/v2/organizations?limit=77&sort_by=${key}&sort_direction=${direction}`,
        )
        expect(new Set(ids(rows)).size).toBe(620)
        const values = rows.map(row => row[key])
        const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(values).toEqual(direction === 'asc' ? sorted : sorted.reverse())
      }
    },
  )

  test('goes on where it was when the marked record is deleted', async () => {
    const first = await sandbox.get('/api/v2/persons?limit=3')
    const next = must(ids(first.body.data).at(-1)) + 1
    await sandbox.remove(`/api/v2/persons/${next}`)
    const cursor = first.body.additional_data.next_cursor
    const second = await sandbox.get(`/api/v2/persons?limit=2&cursor=${cursor}`)
    expect(ids(second.body.data)).toEqual([next + 1, next + 2])
  })

  test('a cursor belongs to its query', async () => {
    const { body } = await sandbox.get('/api/v2/deals?limit=5&status=open')
    const cursor = body.additional_data.next_cursor
    for (const path of [
      '/api/v2/deals?limit=5',
      '/api/v2/deals?status=won',
      '/api/v2/persons',
      '/api/v2/deals/archived?status=open',
    ])
      expect(
        (await sandbox.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`)).status,
      ).toBe(400)
    expect((await sandbox.get(`/api/v2/deals?limit=9&status=open&cursor=${cursor}`)).status).toBe(
      200,
    )
  })
})

describe('narrowing', () => {
  test.each<[string, (deal: Row) => boolean]>([
    ['status=won,lost', deal => deal.status !== 'open'],
    [`owner_id=${me}`, deal => deal.owner_id === me],
    ['person_id=5', deal => deal.person_id === 5],
    ['org_id=9', deal => deal.org_id === 9],
    ['pipeline_id=2', deal => deal.pipeline_id === 2],
    ['stage_id=3&status=open', deal => deal.stage_id === 3 && deal.status === 'open'],
    [
      'updated_since=2024-06-01T00:00:00Z&updated_until=2024-09-01T02:00:00%2B02:00',
      deal => deal.update_time >= '2024-06-01' && deal.update_time < '2024-09-01',
    ],
    ['filter_id=2', deal => deal.value > 50_000],
    ['filter_id=1&status=won&ids=1', deal => deal.status === 'open'],
    [`filter_id=3`, deal => deal.status === 'lost' && deal.owner_id === me],
  ])('%s', async (query, fits) => {
    const all = await sandbox.all('/api/v2/deals?limit=500')
    const filterAndSort = await sandbox.all(`/api/v2/deals?limit=50&${query}`)
    expect(filterAndSort.length).toBeGreaterThan(0)
    expect(filterAndSort.length).toBeLessThan(all.length)
    expect(ids(filterAndSort)).toEqual(ids(all.filter(fits)))
  })

  test('ids that are missing are left out, doubles come once, in order of id', async () => {
    const { body } = await sandbox.get('/api/v2/organizations?ids=5,999999,3,5')
    expect(ids(body.data)).toEqual([3, 5])
  })

  test('persons of a deal, of an organization', async () => {
    const { person_id } = (await sandbox.get('/api/v2/deals/1')).body.data
    expect(ids(await sandbox.all('/api/v2/persons?deal_id=1'))).toEqual([person_id])
    const staff = await sandbox.all('/api/v2/persons?org_id=11')
    expect(staff.length).toBeGreaterThan(0)
    expect(staff.every(person => person.org_id === 11)).toBe(true)
  })

  test('activities by deal, person and whether they are done', async () => {
    const all = await sandbox.all('/api/v2/activities?limit=500')
    const done = await sandbox.all('/api/v2/activities?done=true&sort_by=due_date')
    expect(ids(done).sort((a, b) => a - b)).toEqual(ids(all.filter(activity => activity.done)))
    const { deal_id } = must(all.find(activity => activity.deal_id !== null))
    const ofDeal = await sandbox.all(`/api/v2/activities?deal_id=${deal_id}`)
    expect(ids(ofDeal)).toEqual(ids(all.filter(activity => activity.deal_id === deal_id)))
    const counted = await sandbox.get(
      `/api/v2/deals/${deal_id}?include_fields=activities_count,next_activity_id`,
    )
    expect(counted.body.data.activities_count).toBe(ofDeal.length)
  })

  test('a filter of another kind, switched off or unknown is not found', async () => {
    for (const id of [6, 12, 999])
      expect((await sandbox.get(`/api/v2/deals?filter_id=${id}`)).status).toBe(404)
  })

  test('counts of organizations follow their deals and people', async () => {
    const fields = 'open_deals_count,won_deals_count,lost_deals_count,people_count'
    const [organization] = (
      await sandbox.get(`/api/v2/organizations?ids=20&include_fields=${fields}`)
    ).body.data
    const deals = await sandbox.all('/api/v2/deals?org_id=20')
    const people = await sandbox.all('/api/v2/persons?org_id=20')
    const { open_deals_count, won_deals_count, lost_deals_count, people_count } = must(organization)
    expect(open_deals_count + won_deals_count + lost_deals_count).toBe(deals.length)
    expect(people_count).toBe(people.length)
  })
})
