import { describe, expect, test } from 'vitest'
import { getDealDetails } from '../../actions/deals/getDealDetails.ts'
import { getDeals } from '../../actions/deals/getDeals.ts'
import { getPersons } from '../../actions/persons/getPersons.ts'
import { dealFilters, stages, users as userOptions } from '../../component/options/settings.ts'
import { driveSync } from '../../engine/index.ts'
import { updatedDeal } from '../../triggers/updatedDeal.ts'
import { catchError } from '../definitions/catchError.ts'
import { fakeApi, list, response, users } from './fakeApi.ts'

const deal = { id: 5, title: 'Desks', owner_id: 1, person_id: 17, org_id: 9, value: 5 }
const forbidden = response(403, { success: false, error: 'Forbidden' })
const lacking = response(403, { success: false, error: 'Scope and URL mismatch' })
const kept = {
  person_id: { value: 17, name: null },
  org_id: { value: 9, name: null, owner_id: null },
}

describe.each([403, 404, 410])('a linked record that answers %i', status => {
  const hidden = response(status, { success: false, error: 'no' })
  const api = () =>
    fakeApi({
      ...users,
      'GET /api/v2/deals/{id}': { success: true, data: deal },
      'GET /api/v2/deals': list([deal]),
      'GET /api/v2/persons': list([{ id: 17, name: 'Grace', org_id: 9 }]),
      'GET /api/v2/persons/{id}': hidden,
      'GET /api/v2/organizations/{id}': hidden,
    })

  test('keeps its id in details, lists and persons', () => {
    expect(driveSync(getDealDetails.perform({ id: 5 }), api().send).body.data).toMatchObject(kept)
    const { body } = driveSync(getDeals.perform({ status: 'all_not_deleted' }), api().send)
    expect(body.data).toMatchObject([kept])
    const persons = driveSync(getPersons.perform({}), api().send).body.data
    expect(persons).toMatchObject([{ org_id: { value: 9, name: null } }])
  })
})

test('the record that was asked for stays an error, and so does a scope that is lacking', () => {
  const api = fakeApi({ ...users, 'GET /api/v2/deals/{id}': forbidden })
  const error = catchError(() => driveSync(getDealDetails.perform({ id: 5 }), api.send))
  expect(error).toMatchObject({ status: 403, recovery: 'report' })
  const linked = fakeApi({
    ...users,
    'GET /api/v2/deals/{id}': { success: true, data: deal },
    'GET /api/v2/persons/{id}': lacking,
    'GET /api/v2/organizations/{id}': forbidden,
  })
  const scope = catchError(() => driveSync(getDealDetails.perform({ id: 5 }), linked.send))
  expect(scope).toMatchObject({
    recovery: 'add-scope',
    hint: expect.stringMatching(/contacts:read/),
  })
})

test('members that are only passed through may have another type', () => {
  const odd = { ...deal, value: '5.00', person_id: null, org_id: null, title: 7, is_deleted: 0 }
  const body = JSON.stringify(list([odd]))
  const api = fakeApi({ ...users, 'GET /api/v2/deals': response(200, body) })
  const output = driveSync(getDeals.perform({ status: 'all_not_deleted' }), api.send)
  expect(output.body.data).toMatchObject([{ id: 5, value: '5.00', title: 7 }])
})

test('options without a name have their id, and flags may be numbers', () => {
  const api = fakeApi({
    'GET /api/v1/users': list([
      { id: 1, name: null, active_flag: 1 },
      { id: 2, name: 'Off', active_flag: 0 },
    ]),
    'GET /api/v1/filters': list([
      { id: 3, name: null, active_flag: true },
      { id: 4, name: 'Mine', active_flag: 1 },
    ]),
    'GET /api/v2/pipelines': list([{ id: 1, name: 'Sales', order_nr: 1 }]),
    'GET /api/v2/stages': list([{ id: 6, name: null, pipeline_id: 1, order_nr: 1 }]),
  })
  const options = (source: typeof userOptions) => driveSync(source.options({ input: {} }), api.send)
  expect(options(userOptions)).toEqual({ options: [{ value: 1, label: '1' }] })
  expect(options(dealFilters).options).toEqual([
    { value: 3, label: '3' },
    { value: 4, label: 'Mine' },
  ])
  expect(options(stages).options).toEqual([{ value: 6, label: '6 · Sales' }])
})

test('a trigger is completed where the record can’t be read or its members are odd', () => {
  const api = fakeApi({ ...users, 'GET /api/v2/deals/{id}': forbidden })
  const event = {
    id: 'e1',
    occurredAt: '',
    data: { ...deal, value: '5.00' },
    previous: {},
    meta: { id: 'e1', change_source: 'api', user_id: '12' },
  }
  expect(driveSync(updatedDeal.hydrate(event), api.send)).toMatchObject({
    id: 5,
    value: '5.00',
    email_messages_count: null,
    meta: { change_source: 'api', user_id: '12' },
  })
})

test('an account that says no is no empty list', () => {
  const api = fakeApi({ 'GET /api/v2/deals': { success: false, error: 'Over quota', data: null } })
  const error = catchError(() => driveSync(getDeals.perform({ status: 'open' }), api.send))
  expect(error).toMatchObject({
    name: 'ApiError',
    message: expect.stringMatching(/200: Over quota/),
  })
})

test('a list of users that lacks one is asked again once a minute, not every time', () => {
  const aged = (age: number) => {
    const api = fakeApi({
      ...users,
      'GET /api/v1/users': { status: 200, headers: { age: String(age) }, body: list([]) },
      'GET /api/v2/deals': list([{ ...deal, owner_id: 99, person_id: null, org_id: null }]),
    })
    driveSync(getDeals.perform({ status: 'open' }), api.send)
    return api.requests.filter(({ path }) => path === '/api/v1/users').length
  }
  expect([aged(0), aged(59), aged(60), aged(299)]).toEqual([1, 1, 2, 2])
})
