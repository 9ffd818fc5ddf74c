import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, useReceiver, useSandbox } from '../sandbox/harness.ts'
import { compare } from './shapes.ts'

/** What Pipedrive's guide says of custom fields in deliveries. */
const file = join(process.env['PIPEDRIVE_EXAMPLES'] ?? '', 'webhook-v2.custom-field-shapes.json')

const compareAll = () => {
  const sandbox = useSandbox()
  const receiver = useReceiver()

  test('custom fields of every type go out in the shapes of the example', async () => {
    const shapes = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object)
    const { body } = await sandbox.post('/v1/webhooks', {
      ...{ name: 'x', event_action: '*', event_object: 'deal' },
      subscription_url: receiver.url,
    })
    const { data: fields } = (await sandbox.get('/api/v2/dealFields?limit=500')).body
    const of = (type: string) =>
      must(fields.find(field => field.is_custom_field && field.field_type === type))
    const option = (type: string) => must(of(type).options[0]).id
    const zone = { timezone_id: 310, timezone_name: 'Europe/Tallinn' }
    const values: Readonly<Record<string, unknown>> = {
      ...{ varchar: 'text', text: 'long text', varchar_auto: 'Hello there', phone: '1234-5678' },
      ...{ double: 123, monetary: { value: 200, currency: 'EUR' } },
      ...{ people: 1, org: 1, user: 12415231, enum: option('enum'), set: [option('set')] },
      ...{ date: '2023-06-27', daterange: { value: '2023-06-06', until: '2023-06-14' } },
      time: { value: '00:45:00', ...zone },
      timerange: { value: '00:00:00', until: '01:15:00', ...zone },
      address: { value: 'Mustamäe tee 3a, Tallinn, Estonia', locality: 'Tallinn' },
    }
    const codes = shapes.map(([type]) => [of(type).field_code, values[type]])
    const custom_fields = Object.fromEntries(codes) as object
    await sandbox.post('/api/v2/deals', { title: 'Shapes', custom_fields })
    await sandbox.get('/_sandbox/deliveries')
    await sandbox.remove(`/v1/webhooks/${body.data.id}`)
    const sent = receiver.deliveries.splice(0).at(-1)?.body.data?.custom_fields ?? {}
    for (const [type, shape] of shapes) {
      const got = sent[of(type).field_code]
      expect([type, compare(shape, got)]).toEqual([type, []])
      expect([type, Object.keys(Object(got)).sort()]).toEqual([
        type,
        Object.keys(Object(shape)).sort(),
      ])
    }
    expect(shapes).toHaveLength(16)
  })
}

if (existsSync(file)) describe('example', compareAll)
else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
