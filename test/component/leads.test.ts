import { expect, test } from 'vitest'
import fc from 'fast-check'
import { getLeads } from '../../actions/leads/getLeads.ts'
import { compare } from '../../component/sort.ts'
import { driveSync } from '../../engine/index.ts'
import type { HttpRequest } from '../../definitions/index.ts'

interface Lead {
  readonly id: string
  readonly add_time: string | null
}

const time = fc.integer({ min: 10, max: 40 }).map(day => `2026-03-02T08:15:${day}.000Z`)
const list = (prefix: string, times: fc.Arbitrary<string | null>) =>
  fc
    .array(times, { maxLength: 25 })
    .map(all => all.map((add_time, at): Lead => ({ id: `${prefix}${at}`, add_time })))
const sorted = (leads: readonly Lead[]) =>
  [...leads].sort((a, b) => compare(a.add_time, b.add_time))

/** Both lists as Pipedrive pages them; each page may be shorter than was asked for. */
const account = (current: readonly Lead[], archived: readonly Lead[], sizes: readonly number[]) => {
  let requests = 0
  const send = ({ path, query }: HttpRequest) => {
    const all = sorted(path === '/api/v1/leads' ? current : archived)
    const start = Number(query?.['start'])
    const end = start + Math.min(Number(query?.['limit']), sizes[requests++ % sizes.length] ?? 1)
    const more_items_in_collection = end < all.length
    const additional_data = { start, limit: end - start, more_items_in_collection }
    const body = { success: true, data: all.slice(start, end), additional_data }
    return { status: 200, headers: {}, body }
  }
  return { send, requests: () => requests }
}

const sizes = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 5 })

test('of both lists nothing is lost, nothing doubled, and all is in order', () => {
  fc.assert(
    fc.property(list('c', time), list('a', time), sizes, (current, archived, sizes) => {
      const { send } = account(current, archived, sizes)
      const { body } = driveSync(getLeads.perform({ archived_status: 'all' }), send)
      // Of two leads of one time the current one comes first; sorting is stable.
      expect(body.data).toEqual(sorted([...current, ...archived]))
      expect(body.additional_data).toBeUndefined()
    }),
  )
})

test('nothing is lost or doubled where leads lack the field either', () => {
  const times = fc.option(time)
  fc.assert(
    fc.property(list('c', times), list('a', times), sizes, (current, archived, sizes) => {
      const { send } = account(current, archived, sizes)
      const { body } = driveSync(getLeads.perform({ archived_status: 'all' }), send)
      expect(body.data).toEqual(sorted([...current, ...archived]))
    }),
  )
})

test('a limit gives the beginning, and says whether there was more', () => {
  const limits = fc.integer({ min: 1, max: 60 })
  fc.assert(
    fc.property(
      list('c', time),
      list('a', time),
      sizes,
      limits,
      (current, archived, sizes, limit) => {
        const { send } = account(current, archived, sizes)
        const { body } = driveSync(getLeads.perform({ archived_status: 'all', limit }), send)
        const all = sorted([...current, ...archived])
        expect(body.data).toEqual(all.slice(0, limit))
        expect(body.additional_data?.truncated ?? false).toBe(all.length > limit)
      },
    ),
  )
})

test('full pages take no more calls than both lists have', () => {
  fc.assert(
    fc.property(list('c', time), list('a', time), (current, archived) => {
      const { send, requests } = account(current, archived, [500])
      driveSync(getLeads.perform({ archived_status: 'all' }), send)
      expect(requests()).toBe(2)
    }),
  )
})
