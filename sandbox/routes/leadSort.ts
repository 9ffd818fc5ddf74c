import type { Collection } from '../collection.ts'
import type { Lead } from '../records.ts'
import { comparing, parseSort } from '../v1Sort.ts'

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
]

/** Oldest first unless `sort` says otherwise. */
export const sortLeads = (leads: Collection<Lead>, sort = 'add_time ASC') => {
  const orders = parseSort(sort, sortable)
  return leads.sorted(JSON.stringify(orders), comparing(orders))
}
