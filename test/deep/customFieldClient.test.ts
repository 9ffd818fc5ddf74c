import * as v1 from 'pipedrive/v1'
import * as v2 from 'pipedrive/v2'
import { pipedrive } from '../../component/index.ts'
import { findAction, runStep } from '../../engine/index.ts'
import { openClient } from '../../runtime/index.ts'
import { fieldTypes, fieldValues } from '../fieldTypes.ts'
import { pick, success } from '../runtime/support.ts'
import { useClient } from './client/useClient.ts'

/** Pipedrive's own client writes and reads by key; the component by name. */
const client = useClient()

const run = async (action: string, input: unknown) => {
  const { accessToken, url } = client.sandbox.it
  const ours = openClient({
    component: pipedrive,
    tokens: { accessToken, apiDomain: url },
    allowLoopback: true,
  })
  const { output } = success(await runStep(findAction(pipedrive, action), input, { client: ours }))
  await ours.close()
  return pick(output, 'body', 'data')
}

/** What the client says of the fields: by name, with the ids of their options. */
const definitions = async () => {
  const { data = [] } = await client.two(v2.DealFieldsApi).getDealFields({ limit: 500 })
  return new Map(
    data
      .filter(field => pick(field, 'is_custom_field') === true)
      .map(field => [String(pick(field, 'field_name')), field]),
  )
}
const keyOf = (field: unknown) => String(pick(field, 'field_code'))
const idOf = (field: unknown, label: unknown): unknown =>
  Object.values(Object(pick(field, 'options')) as object).find(one => pick(one, 'label') === label)
    ?.id

/** The values of the table as the API has them. */
const rawValues = async (which: 'value' | 'other') => {
  const fields = await definitions()
  return Object.fromEntries(
    fieldTypes.map(one => {
      const field = fields.get(one.name)
      const value = one[which]
      if (one.type === 'enum') return [keyOf(field), idOf(field, value)]
      if (one.type === 'set' && Array.isArray(value))
        return [keyOf(field), value.map(label => idOf(field, label))]
      return [keyOf(field), value]
    }),
  )
}

test.each(['value', 'other'] as const)(
  'the client reads what was written by name (%s)',
  async which => {
    const deal = await run('addDeal', {
      deal: { title: 'Ours', custom_fields: fieldValues(which) },
    })
    const { data } = await client.two(v2.DealsApi).getDeal({ id: Number(pick(deal, 'id')) })
    expect(pick(data, 'custom_fields')).toEqual(await rawValues(which))
  },
)

test.each(['value', 'other'] as const)(
  'what the client has written reads by name (%s)',
  async which => {
    const AddDealRequest = { title: 'Theirs', custom_fields: await rawValues(which) }
    const { data } = await client.two(v2.DealsApi).addDeal({ AddDealRequest })
    const read = await run('getDealDetails', { id: pick(data, 'id') })
    expect(pick(read, 'custom')).toEqual(fieldValues(which))
  },
)

test('leads too, whose fields the client has at the top level', async () => {
  const lead = { title: 'Ours', person_id: 1, custom_fields: fieldValues() }
  const added = await run('addLead', { lead })
  const { data } = await client.one(v1.LeadsApi).getLead({ id: String(pick(added, 'id')) })
  const fields = await definitions()
  const [budget, reference, source, interests] = ['Budget', 'Reference', 'Source', 'Interests'].map(
    name => fields.get(name),
  )
  expect(pick(data, keyOf(reference))).toBe('ÄÖ-1 🚀')
  expect([pick(data, keyOf(budget)), pick(data, `${keyOf(budget)}_currency`)]).toEqual([
    ...[123_456_789.5, 'EUR'],
  ])
  expect(String(pick(data, keyOf(source)))).toBe(String(idOf(source, 'Trade fair')))
  const chosen = ['Hardware', 'R&D / training'].map(label => idOf(interests, label))
  expect(pick(data, keyOf(interests))).toBe(chosen.join(','))
})
