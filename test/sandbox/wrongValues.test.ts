import { must, useSandbox } from './harness.ts'

const sandbox = useSandbox()

/** What Pipedrive's v2 does not take for a field of each type. */
const wrong: Readonly<Record<string, readonly unknown[]>> = {
  varchar: [5, true, [], {}, 'x'.repeat(256)],
  varchar_auto: [5, ['a']],
  text: [5, { value: 'a' }],
  phone: [5, [{ value: '1' }]],
  double: ['5', '', {}, true],
  monetary: [
    ...[5, '5 EUR', {}, { value: 5 }, { currency: 'EUR' }, { value: '5', currency: 'EUR' }],
    ...[
      { value: null, currency: 'EUR' },
      { value: 5, currency: 'XXX' },
    ],
    ...[
      { value: 5, currency: 'eur' },
      { value: 5, currency: 'EUR', tax: 1 },
    ],
  ],
  enum: [0, 999_999, 'Website', '101', [101], { id: 101 }],
  set: [[], 101, '101,102', [999_999], ['Hardware'], [{ id: 101 }]],
  user: [1, '12415231', 1.5, {}],
  people: [999_999_999, '1', -1, [1]],
  org: [999_999_999, '1', { value: 1 }],
  date: ['', '2025-02-30', '2025-13-01', '28.02.2025', '2025-02-28T10:00:00Z', '+012025-01-01', 5],
  daterange: ['2025-01-01', { value: '2025-01-01' }, { value: '2025-01-01', until: '2025-02-30' }],
  time: [
    ...['09:15:00', { value: '25:00:00' }, { value: '9:15' }, { timezone_id: 310 }],
    ...[
      { value: '09:15:00', timezone_id: '310' },
      { value: '09:15:00', timezone_id: 1.5 },
    ],
    { value: '09:15:00', timezone_name: 5 },
  ],
  timerange: [
    ...['09:15:00', { value: '09:15:00' }, { value: '09:15:00', until: '24:00:00' }],
    { value: '09:15:00', until: '10:00:00', timezone_id: 'Europe/Tallinn' },
  ],
  address: ['Main Street 5', {}, { locality: 'Tallinn' }, { value: 5 }, { value: 'a', zip: '1' }],
}
const kinds = ['deal', 'person', 'organization']
const types = Object.keys(wrong)
const titles = { deal: 'title', person: 'name', organization: 'name' }

const fieldOf = async (kind: string, type: string) => {
  const { data } = (await sandbox.get(`/api/v2/${kind}Fields?limit=500`)).body
  return must(data.find(one => one.is_custom_field && one.field_type === type))
}

test.each(kinds.flatMap(kind => types.map(type => [kind, type] as const)))(
  'a %s keeps what it has where a %s is wrong',
  async (kind, type) => {
    const { field_code } = await fieldOf(kind, type)
    const path = `/api/v2/${kind}s`
    const title = { [titles[kind as keyof typeof titles]]: 'Before' }
    const renamed = { [titles[kind as keyof typeof titles]]: 'After' }
    const { data } = (await sandbox.post(path, title)).body
    for (const value of must(wrong[type])) {
      const change = { ...renamed, custom_fields: { [field_code]: value } }
      for (const answer of [
        await sandbox.post(path, change),
        await sandbox.patch(`${path}/${data.id}`, change),
      ])
        expect([value, answer.status, answer.body]).toEqual([
          value,
          400,
          expect.objectContaining({ success: false, code: 'ERR_SCHEMA_VALIDATION_FAILED' }),
        ])
    }
    const after = (await sandbox.get(`${path}/${data.id}`)).body.data
    expect(after).toMatchObject({ ...title, custom_fields: { [field_code]: null } })
  },
)

test.each([...kinds, 'lead'])('an option that was deleted is none for a %s', async kind => {
  const fields = `/api/v2/${kind === 'lead' ? 'deal' : kind}Fields`
  const options = [{ label: 'Kept' }, { label: 'Gone' }]
  const added = await sandbox.post(fields, { field_name: 'Which', field_type: 'enum', options })
  const { field_code, options: given } = added.body.data
  const gone = must(given[1])
  await sandbox.call('DELETE', `${fields}/${field_code}/options`, [{ id: gone.id }])
  const answer =
    kind === 'lead'
      ? await sandbox.post('/v1/leads', { title: 'x', person_id: 1, [field_code]: `${gone.id}` })
      : await sandbox.post(`/api/v2/${kind}s`, {
          [titles[kind as keyof typeof titles]]: 'x',
          custom_fields: { [field_code]: gone.id },
        })
  expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(field_code)])
})
