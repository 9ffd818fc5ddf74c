import { pipedrive } from '../../../component/index.ts'
import { inputOf } from '../../../hosts/n8n/src/input.ts'
import { layoutOf } from '../../../hosts/n8n/src/layout.ts'

const updated = (name: string, updateFields: Readonly<Record<string, unknown>>) => {
  const placed = layoutOf(pipedrive).find(({ action }) => action.name === name)
  if (!placed) throw new Error(name)
  const parameters: Readonly<Record<string, unknown>> = { dealId: 1, leadId: 'a', updateFields }
  return inputOf(pipedrive, placed, parameter => parameters[parameter] ?? null)
}

test('What is not added to an update is not in the input', () => {
  expect(updated('updateDeal', {})).toEqual({ id: 1, deal: {} })
})

test.each([
  ['a text', { lost_reason: '' }, { lost_reason: null }],
  ['a time', { close_time: '' }, { close_time: null }],
  ['a number, by an expression', { probability: null }, { probability: null }],
  [
    'a record that is not chosen',
    { person_id: { __rl: true, mode: 'list', value: '' } },
    { person_id: null },
  ],
  ['a list, by an expression', { label_ids: null }, { label_ids: null }],
])('%s that is added and left empty is cleared', (_, fields, deal) => {
  expect(updated('updateDeal', fields)).toEqual({ id: 1, deal })
})

test('An object of an update that is added and left empty is cleared', () => {
  expect(updated('updateLead', { value: {} })).toEqual({ id: 'a', lead: { value: null } })
})

test('A list of an update without entries has none: its change says what becomes of it', () => {
  expect(updated('updateDeal', { label_ids: [] })).toEqual({ id: 1, deal: { label_ids: [] } })
  expect(updated('updatePerson', { phone: {} })).toEqual({ person: { phone: [] } })
})

test('What can’t be empty arrives as it was given, so that it is refused by its name', () => {
  expect(updated('updateDeal', { title: '' })).toEqual({ id: 1, deal: { title: '' } })
  expect(updated('updateDeal', { title: null })).toEqual({ id: 1, deal: { title: null } })
})
