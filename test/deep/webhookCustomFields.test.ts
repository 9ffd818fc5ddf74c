import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeValue } from '../../component/customFields/encodeValue.ts'
import { readFields } from '../../component/customFields/fields.ts'
import { customInEvent } from '../../component/customFields/output.ts'
import { isRecord, type HttpRequest } from '../../definitions/index.ts'
import { driveSync } from '../../engine/requests/driveSync.ts'
import { fieldTypes } from '../fieldTypes.ts'

/** What Pipedrive's guide says of custom fields in deliveries. */
const file = join(process.env['PIPEDRIVE_EXAMPLES'] ?? '', 'webhook-v2.custom-field-shapes.json')

const shapesIn = (): Readonly<Record<string, unknown>> => {
  const shapes: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (isRecord(shapes)) return shapes
  throw new TypeError(`${file} holds no shapes`)
}

/** The values of the example as people write them. */
const expected = {
  ...{ varchar: 'text', text: 'long text', varchar_auto: 'Hello there', phone: '1234-5678' },
  ...{ double: 123, monetary: { value: 200, currency: 'EUR' }, people: 17_818, org: 1 },
  ...{ user: 13_075_973, enum: 'Option 17', set: ['Option 13', 'Option 14'], date: '2023-06-27' },
  daterange: { value: '2023-06-06', until: '2023-06-14' },
  time: { value: '00:45:00', timezone_id: 310 },
  timerange: { value: '00:00:00', until: '01:15:00', timezone_id: 310 },
  address: {
    value: 'Mustamäe tee 3a, Tallinn, Estonia',
    formatted_address: 'Mustamäe tee 3a, 10616 Tallinn, Estonia',
    ...{ country: 'Estonia', locality: 'Tallinn', sublocality: 'Kristiine', postal_code: '10616' },
    ...{ route: 'Mustamäe tee', street_number: '3a', admin_area_level_1: 'Harju maakond' },
  },
}

const keyOf = (type: string) => Buffer.from(type).toString('hex').padEnd(40, '0')

const definitions = fieldTypes.map(({ type, name }) => ({
  ...{ field_name: name, field_code: keyOf(type), field_type: type, is_custom_field: true },
  ...((type === 'enum' || type === 'set') && {
    options: [13, 14, 17].map(id => ({ id, label: `Option ${id}` })),
  }),
}))
const send = ({ path }: HttpRequest) => ({
  status: path === '/api/v2/dealFields' ? 200 : 404,
  headers: {},
  body: { success: true, data: definitions },
})

const decodeAll = () => {
  const shapes = shapesIn()
  const custom_fields = Object.fromEntries(
    Object.entries(shapes).map(([type, shape]) => [keyOf(type), shape]),
  )
  const byName = Object.fromEntries(
    fieldTypes.map(({ type, name }) => [name, new Map(Object.entries(expected)).get(type)]),
  )

  test('the example has all types that there are', () => {
    expect(Object.keys(shapes).sort()).toEqual(fieldTypes.map(({ type }) => type).sort())
  })

  test('values of a delivery read as they are written, now and before', () => {
    const record = { id: 1, custom_fields }
    const { custom, before } = driveSync(customInEvent('deal', record, record), send)
    expect(custom).toEqual(byName)
    expect(before).toEqual(byName)
  })

  test('of what was empty, the value before is null; of what is as it was, there is none', () => {
    const [first = ''] = Object.keys(custom_fields)
    const previous = { custom_fields: { [first]: null } }
    const { custom, before } = driveSync(
      customInEvent('deal', { id: 1, custom_fields }, previous),
      send,
    )
    const name = fieldTypes.find(({ type }) => keyOf(type) === first)?.name
    expect(before).toEqual({ [String(name)]: null })
    expect(Object.keys(custom)).toHaveLength(fieldTypes.length)
  })

  test.each(Object.entries(expected))('what is read of a %s can be written', (type, value) => {
    const { fields } = driveSync(readFields('deal'), send)
    const field = fields.find(({ field_type }) => field_type === type)
    if (!field) throw new TypeError(`no field of type ${type}`)
    expect(encodeValue(value, field)).toHaveProperty('value')
  })
}

if (existsSync(file)) describe('the example', decodeAll)
else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
