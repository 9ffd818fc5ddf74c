import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { getDeals } from '../../actions/deals/getDeals.ts'
import { getLeads } from '../../actions/leads/getLeads.ts'
import { getPersons } from '../../actions/persons/getPersons.ts'
import { pipelines } from '../../component/options/settings.ts'
import type { HttpRequest } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { catchError } from '../definitions/catchError.ts'
import { fakeApi, list, users } from './fakeApi.ts'

const open = (id: number, more = {}) => ({
  id,
  title: `Deal ${id}`,
  status: 'open',
  owner_id: 1,
  ...more,
})
/** Pages by cursor; the first has none. */
const pages =
  (...all: readonly (readonly unknown[])[]) =>
  ({ query }: HttpRequest) => {
    const at = Number(query?.['cursor'] ?? 0)
    return list(all[at] ?? [], at + 1 < all.length ? String(at + 1) : null)
  }
const deals = (answer: unknown, input: object) => {
  const api = fakeApi({ ...users, 'GET /api/v2/deals': answer })
  const all = { status: 'all_not_deleted' as const, ...input }
  return driveSync(getDeals.perform(all), api.send).body
}
const idsOf = (rows: readonly { readonly id: unknown }[]) => rows.map(({ id }) => id)

describe('a row that moves between pages', () => {
  const moving = pages([open(1), open(2)], [open(2), open(3)], [open(3), open(4)])

  test('comes once', () => {
    expect(idsOf(deals(moving, {}).data)).toEqual([1, 2, 3, 4])
    expect(idsOf(deals(moving, { sort: 'title DESC' }).data)).toEqual([4, 3, 2, 1])
  })

  test('counts once', () => {
    const cut = deals(pages([open(1)], [open(1)], [open(2)], [open(3)]), { limit: 2 })
    expect(idsOf(cut.data)).toEqual([1, 2])
    expect(cut.additional_data).toEqual({ truncated: true })
  })
})

test.each([1, 2, 3])(
  'cursors that come again after %i pages end the list with an error',
  period => {
    const round = ({ query }: HttpRequest) => {
      const at = Number(query?.['cursor'] ?? 0)
      return list([open(at)], String((at + 1) % (period + 1) || 1))
    }
    const error = catchError(() => deals(round, {}))
    expect(error).toMatchObject({ message: expect.stringMatching(/same cursor twice/) })
    const api = fakeApi({ 'GET /api/v2/pipelines': round })
    const options = catchError(() => driveSync(pipelines.options({ input: {} }), api.send))
    expect(options).toMatchObject({ message: expect.stringMatching(/same cursor twice/) })
  },
)

test('empty pages are gone through, but not for ever', () => {
  expect(idsOf(deals(pages([], [], [open(1)]), {}).data)).toEqual([1])
  const empty = ({ query }: HttpRequest) => list([], String(Number(query?.['cursor'] ?? 0) + 1))
  expect(catchError(() => deals(empty, {}))).toMatchObject({
    message: expect.stringMatching(/empty pages/),
  })
})

describe('leads, whose pages are counted', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
  const status = fc.constantFrom('archived' as const, 'not_archived' as const, 'all' as const)

  /** Before each request but the first, some leads are deleted. */
  const account = (all: readonly number[], deleted: readonly number[], size: number) => {
    let [left, next] = [all.map(id => ({ id: `l${id}`, add_time: String(id) })), 0]
    return ({ query }: HttpRequest) => {
      const gone = next++ === 0 ? undefined : deleted[next - 2]
      left = left.filter(({ id }) => id !== `l${gone}`)
      const start = Number(query?.['start'])
      const data = left.slice(start, start + Math.min(size, Number(query?.['limit'])))
      const more_items_in_collection = start + data.length < left.length
      return { success: true, data, additional_data: { start, more_items_in_collection } }
    }
  }

  test('none vanishes because others are deleted meanwhile', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 2, max: 5 }), status, (all, gone, size, status) => {
        const sorted = [...all].sort((a, b) => a - b)
        const api = fakeApi({
          'GET /api/v1/leads': account(sorted, gone, size),
          'GET /api/v1/leads/archived': account(
            sorted.map(id => id + 100),
            [],
            size,
          ),
        })
        const { body } = driveSync(getLeads.perform({ archived_status: status }), api.send)
        const given = idsOf(body.data)
        const current = status === 'archived' ? [] : sorted.filter(id => !gone.includes(id))
        const archived = status === 'not_archived' ? [] : sorted.map(id => id + 100)
        for (const id of [...current, ...archived]) expect(given).toContain(`l${id}`)
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })

  test('next_start is honoured, and an empty page with more does not end the list', () => {
    const at: Readonly<Record<string, unknown>> = {
      0: {
        data: [{ id: 'a' }],
        additional_data: { more_items_in_collection: true, next_start: 10 },
      },
      10: { data: [], additional_data: { more_items_in_collection: true, next_start: 20 } },
      20: { data: [{ id: 'b' }], additional_data: { more_items_in_collection: false } },
    }
    const api = fakeApi({
      'GET /api/v1/leads': ({ query }: HttpRequest) => at[String(query?.['start'])],
    })
    const { body } = driveSync(getLeads.perform({ archived_status: 'not_archived' }), api.send)
    expect(idsOf(body.data)).toEqual(['a', 'b'])
  })
})

describe('beside a filter', () => {
  const found = list([
    open(1),
    open(2, { status: 'won' }),
    open(3, { status: 'won', stage_id: 4, owner_id: 2 }),
  ])

  test('the other parameters hold too', () => {
    expect(idsOf(deals(found, { filter_id: 1, status: 'won' }).data)).toEqual([2, 3])
    expect(idsOf(deals(found, { filter_id: 1, stage_id: 4 }).data)).toEqual([3])
    expect(idsOf(deals(found, { filter_id: 1, user_id: 2, status: 'won' }).data)).toEqual([3])
    const cut = deals(found, { filter_id: 1, status: 'won', limit: 1 })
    expect([idsOf(cut.data), cut.additional_data]).toEqual([[2], { truncated: true }])
  })

  test('deleted deals are refused by name', () => {
    expect(catchError(() => deals(found, { filter_id: 1, status: 'deleted' }))).toMatchObject({
      name: 'InputError',
      path: 'status',
    })
  })

  test('persons and leads are compared too', () => {
    const api = fakeApi({
      ...users,
      'GET /api/v2/persons': list([
        { id: 1, name: 'Älla', owner_id: 1 },
        { id: 2, name: 'Ada', owner_id: 2 },
      ]),
      'GET /api/v1/leads': {
        data: [
          { id: 'a', owner_id: 1 },
          { id: 'b', owner_id: 2, person_id: 3 },
        ],
      },
    })
    const persons = driveSync(getPersons.perform({ filter_id: 1, user_id: 2 }), api.send)
    expect(idsOf(persons.body.data)).toEqual([2])
    const input = { archived_status: 'not_archived', filter_id: 1, person_id: 3 } as const
    expect(idsOf(driveSync(getLeads.perform(input), api.send).body.data)).toEqual(['b'])
  })
})

test('names are compared and sorted as people read them', () => {
  const names = ['zeta', 'Éva', 'eva', 'Östen', 'Anna', 'E\u0301lan']
  const api = fakeApi({
    ...users,
    'GET /api/v2/persons': list(names.map((name, id) => ({ id: id + 1, name, owner_id: 1 }))),
  })
  const named = (input: object) =>
    driveSync(getPersons.perform(input), api.send).body.data.map(({ name }) => name)
  expect(named({ sort: 'name' })).toEqual(['Anna', 'E\u0301lan', 'eva', 'Éva', 'Östen', 'zeta'])
  expect(named({ first_char: 'é' })).toEqual(['Éva', 'E\u0301lan'])
})
