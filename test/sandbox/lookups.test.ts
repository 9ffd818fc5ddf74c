import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()

test('users: all, me, one, by name', async () => {
  const me = (await sandbox.get('/v1/users/me')).body.data
  expect(me).toMatchObject({
    is_you: true,
    company_id: expect.any(Number),
    company_domain: 'sandbox',
  })
  expect((await sandbox.get(`/api/v1/users/${me.id}`)).body.data.name).toBe(me.name)
  expect((await sandbox.get('/v1/users/1')).status).toBe(404)
  expect((await sandbox.get('/v1/users/find?term=MARI')).body.data).toHaveLength(1)
})

test('currencies by term, with those switched off', async () => {
  const codes = async (term: string) =>
    (await sandbox.get(`/v1/currencies?term=${term}`)).body.data.map(one => one.code)
  expect(await codes('krona')).toEqual(['SEK'])
  expect(await codes('eek')).toEqual(['EEK'])
  expect(await codes('')).toHaveLength(10)
})

test('filters by type', async () => {
  for (const type of ['deals', 'leads', 'org', 'people', 'activity']) {
    const { body } = await sandbox.get(`/v1/filters?type=${type}`)
    expect(body.data.length).toBeGreaterThan(0)
    expect(body.data.every(filter => filter.type === type)).toBe(true)
  }
  expect((await sandbox.get('/v1/filters?type=products')).body.data).toEqual([])
  expect((await sandbox.get('/v1/filters/1')).body.data.conditions.glue).toBe('and')
})

test('labels, activity types, stages, pipelines, fields', async () => {
  expect((await sandbox.get('/v1/leadLabels')).body.data.length).toBeGreaterThan(2)
  expect((await sandbox.get('/v1/activityTypes')).body.data.length).toBeGreaterThan(4)
  const stages = await sandbox.all('/api/v2/stages?pipeline_id=2&sort_by=order_nr&limit=4')
  expect(stages.map(stage => stage.order_nr)).toEqual([1, 2, 3, 4, 5, 6])
  expect((await sandbox.get('/api/v2/stages/1')).body.data.pipeline_id).toBe(1)
  expect((await sandbox.get('/api/v2/pipelines/9')).status).toBe(404)
  for (const kind of ['deal', 'person', 'organization']) {
    const fields = await sandbox.all(`/api/v2/${kind}Fields?limit=3`)
    expect(must(fields.find(field => field.field_code === 'label')).options.length).toBeGreaterThan(
      1,
    )
    const custom = must(fields.find(field => field.is_custom_field))
    expect(custom.field_code).toMatch(/^[0-9a-f]{40}$/)
    const one = await sandbox.get(
      `/api/v2/${kind}Fields/${custom.field_code}?include_fields=required_fields`,
    )
    expect(one.body.data).toMatchObject({ ...custom, required_fields: { enabled: false } })
  }
  expect((await sandbox.get('/v1/leadFields')).body.data[0]?.key).toBe('title')
})
