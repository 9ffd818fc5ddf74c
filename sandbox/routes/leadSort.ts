import type { Collection } from '../collection.ts'
import { refused } from '../errors.ts'
import type { Lead } from '../records.ts'

const sortable = [
  'id',
  'title',
  'owner_id',
  'creator_id',
  'was_seen',
  'expected_close_date',
  'next_activity_id',
  'add_time',
  'update_time',
] as const
type Field = (typeof sortable)[number]

const parse = (sort: string) =>
  sort.split(',').map(part => {
    const [name, direction = 'ASC', ...rest] = part.trim().split(/\s+/)
    const field = sortable.find(known => known === name)
    if (!field || rest.length > 0 || !/^(asc|desc)$/i.test(direction))
      throw refused(`sort: ${part.trim()} is not a field and a direction`)
    return { field, sign: direction.toUpperCase() === 'DESC' ? -1 : 1 }
  })

const compareField = (field: Field, a: Lead, b: Lead) => {
  const [left, right] = [a[field] ?? '', b[field] ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

/** Oldest first unless `sort` says otherwise. */
export const sortLeads = (leads: Collection<Lead>, sort = 'add_time ASC') => {
  const orders = parse(sort)
  return leads.sorted(JSON.stringify(orders), (a, b) => {
    for (const { field, sign } of orders) {
      const difference = compareField(field, a, b) * sign
      if (difference !== 0) return difference
    }
    return 0
  })
}
