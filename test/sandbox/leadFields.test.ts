import { must, useReceiver, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const receiver = useReceiver()

/** What v1 is given and gives for a field of each type: the value, and parts of it as siblings. */
const values = (option: number): Readonly<Record<string, readonly [unknown, object?]>> => ({
  varchar: ['short & "text"'],
  varchar_auto: ['known'],
  text: ['line\nline 🦊'],
  phone: ['+372 5555'],
  double: [0.1],
  monetary: [123_456_789.25, { currency: 'JPY' }],
  enum: [String(option)],
  set: [`${option}`],
  user: [12415231],
  people: [1],
  org: [1],
  date: ['2025-02-28'],
  daterange: ['2025-12-31', { until: '2026-01-01' }],
  time: ['09:15:00', { timezone_id: 310 }],
  timerange: ['22:00:00', { until: '02:00:00', timezone_id: 310 }],
  address: ['Tallinn', { locality: 'Tallinn', country: 'Estonia' }],
})

test.each(Object.keys(values(0)))(
  'a lead has a %s like a deal, written and read by v1',
  async type => {
    const { data: fields } = (await sandbox.get('/api/v2/dealFields?limit=500')).body
    const field = must(fields.find(one => one.is_custom_field && one.field_type === type))
    const code = field.field_code
    const hook = { name: 'x', event_action: 'create', event_object: 'lead' }
    const { data: webhook } = (
      await sandbox.post('/v1/webhooks', { ...hook, subscription_url: receiver.url })
    ).body
    const [value, parts = {}] = must(values(field.options?.[0]?.id ?? 0)[type])
    const siblings = Object.entries(parts).map(([part, one]) => [`${code}_${part}`, one])
    const given = { [code]: value, ...(Object.fromEntries(siblings) as object) }
    const added = await sandbox.post('/v1/leads', { title: type, person_id: 1, ...given })
    expect([added.status, added.body.error]).toEqual([201, undefined])
    expect(added.body.data).toMatchObject(given)
    const one = `/v1/leads/${added.body.data.id}`
    expect((await sandbox.get(one)).body.data).toMatchObject(given)

    await sandbox.get('/_sandbox/deliveries')
    await sandbox.remove(`/v1/webhooks/${webhook.id}`)
    const sent = receiver.deliveries.splice(0).at(-1)?.body.data?.custom_fields[code]
    expect(sent).toMatchObject({ type })

    const deal = await sandbox.post(`/api/v2/leads/${added.body.data.id}/convert/deal`, {})
    const status = `/api/v2/leads/${added.body.data.id}/convert/status/${deal.body.data.conversion_id}`
    const { deal_id } = (await sandbox.get(status)).body.data
    const same = (await sandbox.get(`/api/v2/deals/${deal_id}`)).body.data.custom_fields[code]
    expect(same).not.toBeNull()
  },
)

test('cleared is absent, and what v1 refuses it names', async () => {
  const { data: fields } = (await sandbox.get('/api/v2/dealFields?limit=500')).body
  const code = (type: string) =>
    must(fields.find(one => one.is_custom_field && one.field_type === type)).field_code
  const lead = { title: 'x', person_id: 1, [code('double')]: 5 }
  const { data } = (await sandbox.post('/v1/leads', lead)).body
  const cleared = await sandbox.patch(`/v1/leads/${data.id}`, { [code('double')]: null })
  expect(cleared.body.data).not.toHaveProperty(code('double'))
  for (const [type, wrong] of [
    ['double', 'five'],
    ['date', '2025-02-30'],
    ['enum', '1'],
    ['set', 'a,b'],
    ['user', 1],
    ['monetary', 5],
  ] as const) {
    const answer = await sandbox.patch(`/v1/leads/${data.id}`, { [code(type)]: wrong })
    expect([type, answer.status, answer.body.error]).toEqual([
      type,
      400,
      expect.stringContaining(code(type)),
    ])
  }
})
