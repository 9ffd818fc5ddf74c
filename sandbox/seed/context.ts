import type { CustomValues } from '../fields/types.ts'
import type { Random } from '../random.ts'
import type { Store } from '../store.ts'
import { oneDay, seconds } from '../time.ts'
import { flat } from './text.ts'

/** How many records of each kind the account starts with. */
export interface Size {
  readonly deals: number
  readonly archivedDeals: number
  readonly deletedDeals: number
  readonly persons: number
  readonly deletedPersons: number
  readonly organizations: number
  readonly deletedOrganizations: number
  readonly leads: number
  readonly archivedLeads: number
  readonly activities: number
  /** Custom fields of deals, besides those that every account has. */
  readonly moreDealFields: number
}

/** Custom fields of deals that every account has. */
export const usualDealFields = 16

export const standard: Size = {
  deals: 650,
  archivedDeals: 60,
  deletedDeals: 12,
  persons: 1200,
  deletedPersons: 10,
  organizations: 620,
  deletedOrganizations: 6,
  leads: 500,
  archivedLeads: 120,
  activities: 300,
  moreDealFields: 0,
}

export const nothing: Size = {
  deals: 0,
  archivedDeals: 0,
  deletedDeals: 0,
  persons: 0,
  deletedPersons: 0,
  organizations: 0,
  deletedOrganizations: 0,
  leads: 0,
  archivedLeads: 0,
  activities: 0,
  moreDealFields: 0,
}

/** The same account with `deals` deals and everything else in proportion. */
export const scaled = (deals: number): Size => {
  const share = (count: number) => Math.ceil((count * deals) / standard.deals)
  return {
    deals,
    archivedDeals: share(standard.archivedDeals),
    deletedDeals: share(standard.deletedDeals),
    persons: share(standard.persons),
    deletedPersons: share(standard.deletedPersons),
    organizations: share(standard.organizations),
    deletedOrganizations: share(standard.deletedOrganizations),
    leads: share(standard.leads),
    archivedLeads: share(standard.archivedLeads),
    activities: share(standard.activities),
    moreDealFields: 0,
  }
}

export interface Seeding {
  readonly store: Store
  readonly random: Random
  readonly size: Size
  readonly now: number
  readonly userIds: readonly number[]
}

const from = Date.UTC(2023, 1, 1)
const to = Date.UTC(2025, 5, 1)

/** Records are older than any clock the sandbox will meet; only deletions are relative to now. */
export const someTime = (random: Random, position: number, count: number) => {
  const slot = (to - from) / count
  const time = from + slot * (position + random.int(1000) / 1000)
  const changed = Math.min(time + random.int(90) * oneDay, to)
  return { add_time: flat(seconds(time)), update_time: flat(seconds(changed)) }
}

export const recently = ({ random, now }: Seeding) => {
  const deleted_at = now - oneDay - random.int(27) * oneDay
  return { is_deleted: true, deleted_at, update_time: seconds(deleted_at) }
}

export const chance = (random: Random, percent: number) => random.int(100) < percent
export const visibilities = [1, 3, 3, 3, 5, 7] as const
/** Shared by all records that have none: nothing is ever changed in place. */
export const none: readonly never[] = []
export const noFields: CustomValues = {}
