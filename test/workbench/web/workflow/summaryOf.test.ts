import { expect, test } from 'vitest'
import { summaryOf } from '../../../../workbench/web/workflow/summaryOf.ts'
import { operationNamed } from '../forms.ts'

const of = (name: string, parameters: Record<string, unknown>) =>
  summaryOf(operationNamed(name).properties, parameters)

test('a step is summed up by its most important field', () => {
  expect(of('addDeal', { deal: { currency: 'EUR', title: 'Sails' } })).toBe('Title = Sails')
  expect(of('getPersonDetails', { id: '${trigger_1.person_id}' })).toBe(
    'Person = ${trigger_1.person_id}',
  )
  expect(of('getDeals', { stage_id: 3 })).toBe('Stage = 3')
})

test('what is empty or only a default says nothing', () => {
  expect(of('addDeal', { deal: { value: '0', status: 'open' } })).toBeUndefined()
  expect(of('getDeals', {})).toBeUndefined()
  expect(of('addPerson', { person: { email: [{ value: 'a' }] } })).toBeUndefined()
})
