import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const post = async (path: string, body: object) => (await sandbox.post(path, body)).body.data

test('a deal goes into the first stage that is left', async () => {
  const pipeline = await post('/api/v2/pipelines', { name: 'New & "own"' })
  const stage = (name: string) => post('/api/v2/stages', { name, pipeline_id: pipeline.id })
  const [first, second] = [await stage('First'), await stage('Second')]
  expect([first.order_nr, second.order_nr]).toEqual([1, 2])
  const add = () => sandbox.post('/api/v2/deals', { title: 'x', pipeline_id: pipeline.id })
  expect((await add()).body.data.stage_id).toBe(first.id)
  await sandbox.remove(`/api/v2/stages/${first.id}`)
  expect((await add()).body.data.stage_id).toBe(second.id)
  expect((await sandbox.post('/api/v2/deals', { title: 'x', stage_id: first.id })).status).toBe(400)
  const shown = await sandbox.all(`/api/v2/stages?pipeline_id=${pipeline.id}`)
  expect(shown.map(({ name }) => name)).toEqual(['Second'])
  await sandbox.remove(`/api/v2/pipelines/${pipeline.id}`)
  expect((await add()).status).toBe(400)
  expect((await sandbox.patch(`/api/v2/pipelines/${pipeline.id}`, { name: 'x' })).status).toBe(404)
})

test('the last pipeline stays', async () => {
  expect((await sandbox.remove('/api/v2/pipelines/2')).status).toBe(200)
  expect((await sandbox.remove('/api/v2/pipelines/1')).status).toBe(400)
  expect((await sandbox.post('/api/v2/deals', { title: 'x' })).status).toBe(200)
})

test.each<[string, object]>([
  ['no pipeline', { name: 'x' }],
  ['a pipeline that is not there', { name: 'x', pipeline_id: 99 }],
  ['a probability beyond all', { name: 'x', pipeline_id: 1, deal_probability: 101 }],
  ['no name', { name: ' ', pipeline_id: 1 }],
])('a stage with %s is refused', async (_, stage) => {
  expect((await sandbox.post('/api/v2/stages', stage)).status).toBe(400)
})

describe('filters', () => {
  type Line = Readonly<Record<string, unknown>>
  const filterOf = (type: string, all: readonly Line[], any: readonly Line[] = []) => ({
    ...{ name: 'Mine', type },
    conditions: {
      glue: 'and',
      conditions: [
        { glue: 'and', conditions: all },
        { glue: 'or', conditions: any },
      ],
    },
  })
  const line = (field_id: unknown, operator: string, value: unknown = null, object = 'deal') => ({
    ...{ object, field_id, operator, value },
  })
  const found = async (filter: object, path = '/api/v2/deals') => {
    const { id } = await post('/v1/filters', filter)
    return sandbox.all(`${path}?limit=500&filter_id=${id}`)
  }

  test('compare numbers, texts, dates, options and what is missing', async () => {
    const fields = await sandbox.all('/api/v2/dealFields?limit=500')
    const source = must(fields.find(field => field.field_type === 'enum'))
    const option = must(source.options[0]).id
    const custom_fields = { [source.field_code]: option }
    const deal = { value: 123.45, expected_close_date: '2031-05-05', custom_fields }
    const { id } = await post('/api/v2/deals', { title: 'Zebra crossing', ...deal })
    for (const [code, operator, value] of [
      ['title', "LIKE '$%'", 'zebra'],
      ['title', "LIKE '%$%'", 'BRA CROSS'],
      ['expected_close_date', '>', '2031-05-04'],
      ['expected_close_date', '<=', '2031-05-05'],
      ['value', '=', '123.45'],
      [source.field_code, '=', String(option)],
      ['lost_reason', 'IS NULL', null],
    ] as const) {
      const deals = await found(
        filterOf('deals', [line('title', '=', 'Zebra crossing'), line(code, operator, value)]),
      )
      expect([code, operator, deals.map(one => one.id)]).toEqual([code, operator, [id]])
    }
    const either = [line('title', '=', 'nothing'), line('title', '=', 'zebra crossing')]
    expect(await found(filterOf('deals', [], either))).toHaveLength(1)
    expect(await found(filterOf('deals', [line('value', '<', 100)], either))).toEqual([])
    const mail = line('email', '=', 'person7@mail.example', 'person')
    expect(await found(filterOf('people', [mail]), '/api/v2/persons')).toHaveLength(1)
  })

  test('name their fields by id, and by code where asked', async () => {
    const { data: fields } = (await sandbox.get('/v1/dealFields?limit=500')).body
    const { id } = must(fields.find(field => field.key === 'title'))
    const filter = filterOf('deals', [line(id, '=', 'x')])
    const { body } = await sandbox.post('/v1/filters?include_field_code=true', filter)
    const [all] =
      (body.data.conditions as { conditions?: readonly { conditions: unknown }[] }).conditions ?? []
    expect(all?.conditions).toEqual([
      {
        ...{ object: 'deal', field_id: String(id), field_code: 'title', operator: '=' },
        ...{ value: 'x', extra_value: null, json_value_flag: false },
      },
    ])
  })

  test.each<[string, object, number]>([
    ['an unknown field', filterOf('deals', [line('nothing', '=', 1)]), 400],
    ['an unknown operator', filterOf('deals', [line('title', 'LIKE', 'x')]), 400],
    ['too many conditions', filterOf('deals', Array(17).fill(line('title', '=', 'x'))), 400],
    ['another record', filterOf('deals', [line('name', '=', 'x', 'person')]), 501],
    ['projects', filterOf('projects', []), 501],
    ['no conditions', { name: 'x', type: 'deals' }, 400],
  ])('with %s are refused', async (_, filter, status) => {
    expect((await sandbox.post('/v1/filters', filter)).status).toBe(status)
  })

  test('that are deleted are gone', async () => {
    const { id } = await post('/v1/filters', filterOf('deals', []))
    await sandbox.remove(`/v1/filters/${id}`)
    expect((await sandbox.get(`/v1/filters/${id}`)).status).toBe(404)
    expect((await sandbox.get(`/api/v2/deals?filter_id=${id}`)).status).toBe(404)
    const helpers = (await sandbox.get('/v1/filters/helpers')).body.data
    expect(helpers).toHaveProperty('operators.varchar')
  })
})

test('a label of leads that is deleted can not be given any more', async () => {
  const { id } = await post('/v1/leadLabels', { name: 'Hot', color: 'red' })
  const lead = { title: 'x', person_id: 1, label_ids: [id] }
  expect((await sandbox.post('/v1/leads', lead)).status).toBe(201)
  await sandbox.remove(`/v1/leadLabels/${id}`)
  expect((await sandbox.post('/v1/leads', lead)).status).toBe(400)
  expect((await sandbox.patch(`/v1/leadLabels/${id}`, { name: 'x' })).status).toBe(404)
})

test('an activity type is known by its key', async () => {
  const { key } = await post('/v1/activityTypes', { name: 'Site visit', icon_key: 'car' }).then(
    data => ({ key: Reflect.get(data, 'key_string') as unknown }),
  )
  expect(key).toBe('site_visit')
  const activity = await sandbox.post('/api/v2/activities', { subject: 'x', type: key })
  expect(activity.body.data.type).toBe('site_visit')
})
