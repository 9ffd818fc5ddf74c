import { must, useReceiver, useSandbox } from './harness.ts'

const sandbox = useSandbox()
const receiver = useReceiver()
const fieldsOf = (kind: string) => sandbox.all(`/api/v2/${kind}Fields?limit=500`)

test('values of every type come back as they were, and go out in deliveries', async () => {
  const hook = { name: 'x', event_action: 'create', event_object: 'person' }
  await sandbox.post('/v1/webhooks', { ...hook, subscription_url: receiver.url })
  const fields = (await fieldsOf('person')).filter(one => one.is_custom_field)
  const code = (type: string) => must(fields.find(one => one.field_type === type)).field_code
  const zone = { timezone_id: 310, timezone_name: 'Europe/Tallinn' }
  const custom_fields = {
    [code('varchar')]: '🦊'.repeat(100),
    [code('text')]: 'x'.repeat(10_000),
    [code('double')]: -0.5,
    [code('monetary')]: { value: 123_456_789.25, currency: 'JPY' },
    [code('people')]: 1,
    [code('daterange')]: { value: '2025-12-31', until: '2026-01-01' },
    [code('time')]: { value: '09:30:00', ...zone },
    [code('timerange')]: { value: '22:00:00', until: '02:00:00' },
    [code('address')]: { value: 'Tallinn, Estonia', locality: 'Tallinn' },
  }
  const { body } = await sandbox.post('/api/v2/persons', { name: 'Typed', custom_fields })
  expect(body.data.custom_fields).toMatchObject(custom_fields)
  await sandbox.get('/_sandbox/deliveries')
  expect(receiver.deliveries.at(-1)?.body.data?.custom_fields).toMatchObject({
    [code('time')]: { type: 'time', value: '09:30:00', timezone_id: 310 },
    [code('timerange')]: {
      type: 'timerange',
      from: '22:00:00',
      until: '02:00:00',
      timezone_id: null,
    },
    [code('address')]: {
      ...{ type: 'address', value: 'Tallinn, Estonia', formatted_address: 'Tallinn, Estonia' },
      ...{ locality: 'Tallinn', country: '', route: '', postal_code: '', admin_area_level_2: '' },
    },
  })
  const short = await sandbox.patch(`/api/v2/persons/${body.data.id}`, {
    custom_fields: { [code('time')]: { value: '09:30' } },
  })
  expect(short.body.data.custom_fields[code('time')]).toEqual({ value: '09:30:00' })
})

test.each<[string, unknown]>([
  ['varchar', 'x'.repeat(256)],
  ['monetary', { value: 5, currency: 'XXX' }],
  ['monetary', { value: 5 }],
  ['people', 999_999],
  ['user', '12415231'],
  ['date', '2025-13-01'],
  ['timerange', { value: '09:00:00' }],
  ['enum', 'Deutsch'],
  ['set', [1]],
])('%s refuses %j', async (type, value) => {
  const fields = (await fieldsOf('person')).filter(one => one.is_custom_field)
  const { field_code } = must(fields.find(one => one.field_type === type))
  const person = { name: 'Wrong', custom_fields: { [field_code]: value } }
  const answer = await sandbox.post('/api/v2/persons', person)
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(field_code)])
})
