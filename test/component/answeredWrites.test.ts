import { describe, expect, test } from 'vitest'
import { addDeal } from '../../actions/deals/addDeal.ts'
import { addLead } from '../../actions/leads/addLead.ts'
import { deleteDeal } from '../../actions/deals/deleteDeal.ts'
import { deleteLead } from '../../actions/leads/deleteLead.ts'
import type { Exchange } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { catchError } from '../definitions/catchError.ts'
import { fakeApi, response } from './fakeApi.ts'

const deal = { title: 'Desks', value: '1', status: 'open' } as const
const lead = { title: 'Desks', person_id: 1 }

describe.each([
  ['without data', { success: true }, /titled "Desks"/],
  ['with data null', { success: true, data: null }, /titled "Desks"/],
  ['without an id', { success: true, data: { title: 'Desks' } }, /titled "Desks"/],
  ['with an id of another type', { success: true, data: { id: true } }, /titled "Desks"/],
  ['with success false', { success: false, error: 'no' }, /titled "Desks"/],
  ['by a page', '<html>', /titled "Desks"/],
  ['with nothing', null, /titled "Desks"/],
])('a write that is answered %s', (_how, body, hint) => {
  test('is to be looked for', () => {
    const writes: readonly (readonly [Exchange<unknown>, string])[] = [
      [addDeal.perform({ deal }), '/api/v2/deals'],
      [addLead.perform({ lead }), '/api/v1/leads'],
    ]
    for (const [action, path] of writes) {
      const api = fakeApi({ [`POST ${path}`]: response(201, body) })
      const error = catchError(() => driveSync(action, api.send))
      expect(error).toMatchObject({ recovery: 'check', hint: expect.stringMatching(hint) })
    }
  })
})

test('an id that is there is named', () => {
  const api = fakeApi({
    'POST /api/v2/deals': response(201, { success: true, data: { id: '901' } }),
  })
  const error = catchError(() => driveSync(addDeal.perform({ deal }), api.send))
  expect(error).toMatchObject({ recovery: 'check', hint: expect.stringMatching(/the id 901/) })
})

test.each([
  [204, null],
  [200, { success: true }],
  [200, { success: true, data: null }],
  [200, { success: true, data: { id: '42' } }],
])('a DELETE that was answered %i %j has deleted what it named', (status, body) => {
  const api = fakeApi({
    'DELETE /api/v2/deals/{id}': response(status, body),
    'DELETE /api/v1/leads/{id}': response(status, body),
  })
  expect(driveSync(deleteDeal.perform({ id: 42 }), api.send)).toEqual({
    body: { data: { id: 42 } },
  })
  const id = '5b0e77a0-31c2-11f1-9a4e-000000000001'
  expect(driveSync(deleteLead.perform({ id }), api.send)).toEqual({ body: { data: { id } } })
})

test('a page of a proxy is no answer to a DELETE', () => {
  const api = fakeApi({ 'DELETE /api/v2/deals/{id}': response(200, '<html>') })
  const error = catchError(() => driveSync(deleteDeal.perform({ id: 42 }), api.send))
  expect(error).toMatchObject({ recovery: 'check' })
})

test.each(['9007199254740993', '9007199254740992', '1.00000000000000001', '1e309'])(
  'the amount %s would be rounded, and is refused',
  value => {
    const api = fakeApi({})
    const error = catchError(() =>
      driveSync(addDeal.perform({ deal: { ...deal, value } }), api.send),
    )
    expect(error).toMatchObject({ name: 'InputError', path: 'deal.value' })
    expect(api.requests).toEqual([])
  },
)
