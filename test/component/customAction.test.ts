import { describe, expect, test } from 'vitest'
import { customAction } from '../../component/customAction.ts'
import { driveSync } from '../../engine/index.ts'
import { catchError } from '../definitions/catchError.ts'
import { fakeApi } from './fakeApi.ts'

const pattern = new RegExp(customAction.properties.path.regex, 'u')

test.each([
  '/api/v2/deals/',
  '/api/v2/deals//products',
  '/api/v2/deals/null',
  '/api/v2/deals/undefined/products',
  '/api/v2/deals/NaN',
  '/api/v2/%2E%2E/users',
  '/api/v2/%2e%2e/users',
  '/api/v2/.%2E/users',
  '/api/v2/..%2f..%2Fusers',
  '/api/v2/..;/users',
  '/api/v2/.;a=b/users',
  '/api/v2/..%5cusers',
  '/api/v2/%252e%252e/users',
  '/api/v2/../users',
  '//evil.example/api',
])('%s is no path', path => {
  expect(pattern.test(path)).toBe(false)
})

test.each([
  '/api/v2/deals/42',
  '/v1/deals/42/flow',
  '/api/v1/files/report..final.pdf',
  '/api/v1/leads/5b0e77a0-31c2-11f1-9a4e-000000000001',
  '/api/v2/dealFields/1111111111111111111111111111111111111111',
])('%s is one', path => {
  expect(pattern.test(path)).toBe(true)
  const api = fakeApi({ [`GET ${path}`]: { success: true, data: {} } })
  expect(driveSync(customAction.perform({ method: 'GET', path }), api.send).status).toBe(200)
})

describe('an id that a number can’t hold', () => {
  test.each(['9007199254740993', '1e309', '1e308', '4.5e2'])('%s is refused', id => {
    const api = fakeApi({})
    const sent = (path: string, query = {}) =>
      catchError(() => driveSync(customAction.perform({ method: 'GET', path, query }), api.send))
    const wrong = { name: 'InputError', message: expect.stringMatching(/is no id/) }
    expect(sent(`/api/v2/deals/${id}`)).toMatchObject({ ...wrong, path: 'path' })
    expect(sent('/api/v2/deals', { ids: `1,${id}` })).toMatchObject({ ...wrong, path: 'query.ids' })
    expect(sent('/api/v2/deals', { person_id: id })).toMatchObject({ path: 'query.person_id' })
    expect(api.requests).toEqual([])
  })

  test('may be searched for all the same', () => {
    const api = fakeApi({ 'GET /api/v2/persons/search': { success: true, data: { items: [] } } })
    const query = { term: '9007199254740993' }
    const path = '/api/v2/persons/search'
    driveSync(customAction.perform({ method: 'GET', path, query }), api.send)
    expect(api.requests).toMatchObject([{ query }])
  })
})

test.each([
  [{ query: { term: 'ab\ud83d' } }, 'term'],
  [{ body: { a: { b: ['\udc00'] } } }, 'a.b.0'],
  [{ body: { '\ud83d': 1 } }, '\ud83d'],
])('half a character is refused before anything is sent: %j', (more, path) => {
  const api = fakeApi({})
  const action = customAction.perform({ method: 'POST', path: '/api/v2/deals', ...more })
  expect(catchError(() => driveSync(action, api.send))).toMatchObject({ name: 'InputError', path })
  expect(api.requests).toEqual([])
})
