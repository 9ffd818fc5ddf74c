import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const add = async (deal: object) =>
  (await sandbox.post('/api/v2/deals', { title: 'Deal', ...deal })).body

test('a stage says its pipeline, a pipeline means its first stage, a pair must match', async () => {
  expect((await add({ stage_id: 8 })).data).toMatchObject({ stage_id: 8, pipeline_id: 2 })
  expect((await add({ pipeline_id: 2 })).data).toMatchObject({ stage_id: 6, pipeline_id: 2 })
  expect((await add({})).data).toMatchObject({ stage_id: 1, pipeline_id: 1 })
  expect((await add({ pipeline_id: 1, stage_id: 8 })).error).toContain('does not belong')
})

test('won and lost', async () => {
  const { data } = await add({})
  const one = `/api/v2/deals/${data.id}`
  const won = (await sandbox.patch(one, { status: 'won' })).body.data
  expect(won).toMatchObject({
    status: 'won',
    lost_time: null,
    local_won_date: won.won_time.slice(0, 10),
  })
  expect(won.close_time).toBe(won.won_time)
  const lost = (await sandbox.patch(one, { status: 'lost', lost_reason: 'Price & "terms"' })).body
    .data
  expect(lost).toMatchObject({ status: 'lost', won_time: null, lost_reason: 'Price & "terms"' })
  const open = (await sandbox.patch(one, { status: 'open' })).body.data
  expect(open).toMatchObject({ close_time: null, lost_time: null, lost_reason: null })
  const asked = await sandbox.get(`${one}?include_fields=first_won_time`)
  expect(asked.body.data.first_won_time).toBe(won.won_time)
  expect((await add({ lost_reason: 'x' })).error).toContain('lost_reason can only be set')
})

test('archived deals have a list of their own and can not be edited', async () => {
  const { data } = await add({ is_archived: true })
  const one = `/api/v2/deals/${data.id}`
  const ids = async (path: string) =>
    (await sandbox.get(`${path}?ids=${data.id}`)).body.data.map(deal => deal.id)
  expect(await ids('/api/v2/deals')).toEqual([])
  expect(await ids('/api/v2/deals/archived')).toEqual([data.id])
  expect((await sandbox.patch(one, { title: 'New' })).status).toBe(400)
  expect((await sandbox.patch(one, { is_archived: false, title: 'New' })).body.data).toMatchObject({
    title: 'New',
    is_archived: false,
    archive_time: null,
  })
})

test('a deleted deal can be brought back', async () => {
  const { data } = await add({})
  const one = `/api/v2/deals/${data.id}`
  await sandbox.remove(one)
  expect((await sandbox.patch(one, { is_deleted: false })).body.data.is_deleted).toBe(false)
  expect((await sandbox.get(one)).status).toBe(200)
})

test('links to nothing are refused', async () => {
  for (const link of [
    { person_id: 999_999 },
    { org_id: 999_999 },
    { owner_id: 1 },
    { stage_id: 99 },
    { pipeline_id: 9 },
    { currency: 'EEK' },
    { currency: 'XXX' },
    { label_ids: [1] },
  ])
    expect(await add(link)).toMatchObject({ success: false, data: null })
  expect((await add({ owner_id: 12415233 })).error).toContain('not active')
  expect((await add({ person_id: null, org_id: null, value: 0.01 })).data.value).toBe(0.01)
})

describe('custom fields', () => {
  const fieldOf = async (type: string) => {
    const fields = await sandbox.all('/api/v2/dealFields?limit=500')
    return must(fields.find(field => field.is_custom_field && field.field_type === type))
  }
  test.each<[string, unknown, unknown]>([
    ['varchar', 'text', 5],
    ['double', 1.5, '1.5'],
    ['monetary', { value: 9.99, currency: 'EUR' }, 9.99],
    ['user', 12415231, 1],
    ['people', 1, 999_999],
    ['org', 1, 'x'],
    ['date', '2025-02-28', '2025-02-30'],
    ['daterange', { value: '2025-01-01', until: '2025-01-31' }, { value: '2025-01-01' }],
    ['time', { value: '09:00:00' }, '09:00'],
    ['timerange', { value: '09:00:00', until: '10:00:00' }, { value: '9' }],
    ['address', { value: 'Tallinn' }, 'Tallinn'],
  ])('%s', async (type, right, wrong) => {
    const { field_code } = await fieldOf(type)
    const { data } = await add({ custom_fields: { [field_code]: right } })
    expect(data.custom_fields[field_code]).toEqual(right)
    const cleared = await sandbox.patch(`/api/v2/deals/${data.id}`, {
      custom_fields: { [field_code]: null },
    })
    expect(cleared.body.data.custom_fields[field_code]).toBeNull()
    expect(await add({ custom_fields: { [field_code]: wrong } })).toMatchObject({
      code: 'ERR_SCHEMA_VALIDATION_FAILED',
      error: expect.stringContaining(field_code),
    })
  })
  test('options by id, and with their labels when asked', async () => {
    const [one, several] = [await fieldOf('enum'), await fieldOf('set')]
    const [first, second] = [must(several.options[0]), must(several.options[1])]
    const custom_fields = {
      [one.field_code]: must(one.options[0]).id,
      [several.field_code]: [first.id, second.id],
    }
    const { data } = await add({ custom_fields, label_ids: [21] })
    expect(data.custom_fields).toMatchObject(custom_fields)
    const labelled = await sandbox.get(
      `/api/v2/deals/${data.id}?include_option_labels=true&include_labels=true&custom_fields=${several.field_code}`,
    )
    expect(labelled.body.data.custom_fields).toEqual({
      [several.field_code]: [
        { id: first.id, label: first.label },
        { id: second.id, label: second.label },
      ],
    })
    expect(labelled.body.data.labels).toEqual([{ id: 21, label: 'Cold' }])
    for (const wrong of [
      { [one.field_code]: 1 },
      { [several.field_code]: [] },
      { ['0'.repeat(40)]: 'x' },
    ])
      expect(await add({ custom_fields: wrong })).toMatchObject({
        code: 'ERR_SCHEMA_VALIDATION_FAILED',
      })
  })
})
