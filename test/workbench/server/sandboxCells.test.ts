import type { RunSummary, SandboxPage } from '../../../workbench/api/index.ts'
import { until, useBench, type Failure } from './support.ts'

const bench = useBench()

const kinds = ['deals', 'persons', 'organizations', 'leads', 'activities']

/** What the form lets one empty, the account must take. */
test.each(kinds)('each field of %s that may be empty can be emptied', async kind => {
  const { rows, fields } = await bench().get<SandboxPage>(`/api/sandbox/${kind}`)
  const id = String(rows[0]?.['id'])
  const change = async (cells: object) => {
    const path = `/api/sandbox/${kind}/${id}`
    const { status, body } = await bench().call<Failure>('PATCH', path, cells)
    return status === 200 ? 'ok' : body.error.message
  }
  const optional = fields.filter(
    ({ editable, required, kept, type }) => editable && !required && !kept && type !== 'boolean',
  )
  for (const { key } of optional) {
    // A lead has to be linked to one of the two.
    if (kind === 'leads') await change({ person_id: 1, organization_id: 1 })
    expect([key, await change({ [key]: null })]).toEqual([key, 'ok'])
  }
})

test('what is refused is told in words, without the call and the address of the documentation', async () => {
  const { body } = await bench().call<Failure>('POST', '/api/sandbox/leads', { title: 'Of nobody' })
  expect(body.error.message).toBe('A lead must be linked to a person or an organization.')
})

test('a table is sorted by what it shows, says how many there are, and goes on from there', async () => {
  const page = (query: string) => bench().get<SandboxPage>(`/api/sandbox/deals?${query}`)
  const largest = await page('sort=-value')
  const values = largest.rows.map(({ value }) => Number(value))
  expect(values).toEqual([...values].sort((a, b) => b - a))
  expect(largest.rows).toHaveLength(50)
  expect(largest.total).toBeGreaterThan(600)
  const second = await page(`sort=-value&cursor=${largest.next}`)
  expect(Number(second.rows[0]?.['value'])).toBeLessThanOrEqual(values.at(-1) ?? 0)

  const { rows, fields } = await page('sort=person_id&search=Kim')
  const people = fields.find(({ key }) => key === 'person_id')?.choices ?? []
  const names = rows.flatMap(
    ({ person_id }) => people.find(one => one.value === person_id)?.label ?? [],
  )
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')))
})

test('the sandbox starts afresh, and what is on goes on', async () => {
  const { id } = await bench().example()
  await bench().call('POST', `/api/workflows/${id}/on`, {})
  await bench().call('POST', '/api/sandbox/deals', { title: 'Gone soon' })
  expect((await bench().call('POST', '/api/sandbox/reset')).status).toBe(204)
  const found = (title: string) =>
    bench().get<SandboxPage>(`/api/sandbox/deals?search=${encodeURIComponent(title)}`)
  expect((await found('Gone soon')).total).toBe(0)
  await bench().call('POST', '/api/sandbox/deals', { title: 'New again', person_id: 1 })
  const run = await until(async () => {
    const runs = await bench().get<readonly RunSummary[]>('/api/runs?search=New again')
    return runs.find(({ state }) => state === 'done')
  })
  expect(run.title).toBe('New again')
})
