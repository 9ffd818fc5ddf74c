import { expect, describe, test } from 'vitest'
import { searchDeals } from '../../actions/deals/searchDeals.ts'
import { searchLeads } from '../../actions/leads/searchLeads.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { fakeApi, response, users } from './fakeApi.ts'

describe('searches', () => {
  const hit = (id: number) => ({
    result_score: 1,
    item: { id, title: `Deal ${id}`, owner: { id: 1 } },
  })
  const search =
    (count: number) =>
    ({ query }: HttpRequest) => {
      const from = Number(query?.['cursor'] ?? 0)
      const to = Math.min(count, from + Number(query?.['limit']))
      const items = Array.from({ length: to - from }, (_, at) => hit(from + at + 1))
      const next_cursor = to < count ? String(to) : null
      return { success: true, data: { items }, additional_data: { next_cursor } }
    }
  const found = (count: number, input: object) => {
    const api = fakeApi({ ...users, 'GET /api/v2/deals/search': search(count) })
    const { body } = driveSync(searchDeals.perform({ term: 'Deal', ...input }), api.send)
    return { body, searches: api.requests.filter(({ path }) => path.endsWith('search')).length }
  }

  test('that end at 2000 hits of a person are marked', () => {
    expect(found(2000, { person_id: 1 }).body.additional_data).toEqual({ truncated: true })
    expect(found(1999, { status: 'open' }).body.additional_data).toBeUndefined()
    expect(found(2000, {}).body.additional_data).toBeUndefined()
  })

  test('take 500 hits a page', () => {
    expect(found(2495, {}).searches).toBe(5)
  })

  test('for leads take no call for each hit where the account has no custom fields', () => {
    const item = { id: 'a', title: 'Lead', owner: { id: 1 }, value: 5, currency: 'EUR' }
    const answer = { success: true, data: { items: [{ item }] }, additional_data: null }
    const api = fakeApi({
      'GET /api/v2/leads/search': response(200, answer),
      'GET /api/v2/dealFields': response(200, { success: true, data: [] }),
    })
    const { body } = driveSync(searchLeads.perform({ term: 'Lead' }), api.send)
    expect(body.data.items).toMatchObject([{ id: 'a', value: { amount: 5, currency: 'EUR' } }])
    expect(api.requests.map(({ path }) => path)).toEqual([
      '/api/v2/leads/search',
      '/api/v2/dealFields',
    ])
  })
})
