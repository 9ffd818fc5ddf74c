import { expect, test } from 'vitest'
import { getDeals } from '../../actions/deals/getDeals.ts'
import type { HttpRequest, Memory } from '../../definitions/index.ts'
import { driveSync } from '../../engine/index.ts'
import { fakeApi, list, users } from './fakeApi.ts'

const deals = (persons: readonly number[]) =>
  persons.map((person_id, index) => ({ id: index + 1, title: 'Desks', owner_id: 1, person_id }))

const idsIn = ({ query = {} }: HttpRequest) => [query['ids'] ?? []].flat().map(Number)

const openApi = () =>
  fakeApi({
    ...users,
    'GET /api/v2/persons': (request: HttpRequest) =>
      list(idsIn(request).map(id => ({ id, name: `Person ${id}` }))),
  })

const namesOf = (rows: readonly { readonly person_id?: unknown }[]) =>
  rows.map(row => row.person_id)

test('what one page has looked up is not looked up for the next, nor is what was not found', () => {
  const { send, requests } = openApi()
  const memory: Memory = new Map()
  const hydrate = (persons: readonly number[]) =>
    driveSync(getDeals.list!.hydrate(deals(persons), memory), send)
  hydrate([1, 2, 3])
  const rows = hydrate([2, 3, 4, 5]) as ReturnType<typeof deals>
  const asked = requests.filter(({ path }) => path === '/api/v2/persons').map(idsIn)
  expect(asked).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
  expect(namesOf(rows)).toEqual([2, 3, 4, 5].map(id => ({ value: id, name: `Person ${id}` })))
})

test('a long list remembers only so many records', () => {
  const { send } = openApi()
  const memory: Memory = new Map()
  for (let page = 0; page < 20; page++) {
    const persons = Array.from({ length: 500 }, (_, index) => page * 500 + index + 1)
    driveSync(getDeals.list!.hydrate(deals(persons), memory), send)
  }
  expect(memory.size).toBe(5_000)
})
