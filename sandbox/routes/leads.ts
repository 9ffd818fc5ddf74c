import { insert, softDelete, update } from '../changes.ts'
import { leadNotFound, refused } from '../errors.ts'
import { presentLead, readLead } from '../entities/lead.ts'
import { leadToAdd, leadToChange } from '../entities/leadInput.ts'
import * as q from '../query.ts'
import type { Lead } from '../records.ts'
import type { Params } from '../route.ts'
import { v1 } from '../route.ts'
import type { Account } from '../account.ts'
import { filterBy } from './recordList.ts'
import { sortLeads } from './leadSort.ts'

const read = ['leads:read', 'leads:full']
const write = ['leads:full']

const find = ({ store }: Account, { id = '' }: Params) => {
  const lead = store.leads.get(id)
  if (!lead || lead.is_deleted) throw leadNotFound()
  return lead
}

const listing = {
  limit: q.between(1, 500),
  start: q.between(0, Number.MAX_SAFE_INTEGER),
  owner_id: q.integer,
  person_id: q.integer,
  organization_id: q.integer,
  filter_id: q.integer,
  sort: q.text,
}

type Listing = q.Query<typeof listing & { updated_since: typeof q.time }>

const narrowed = (account: Account, query: Listing) => {
  if (query.filter_id !== undefined) return filterBy(account.store, 'lead', query.filter_id)
  const { owner_id, person_id, organization_id } = query
  return (lead: Lead) =>
    (owner_id === undefined || lead.owner_id === owner_id) &&
    (person_id === undefined || lead.person_id === person_id) &&
    (organization_id === undefined || lead.organization_id === organization_id)
}

const page = (account: Account, query: Listing, archived: boolean) => {
  const { start = 0, limit = 100, updated_since = -Infinity } = query
  const keep = narrowed(account, query)
  const rows = sortLeads(account.store.leads, query.sort).filter(
    lead =>
      !lead.is_deleted &&
      lead.is_archived === archived &&
      keep(lead) &&
      Date.parse(lead.update_time) >= updated_since,
  )
  return {
    success: true,
    data: rows.slice(start, start + limit).map(lead => presentLead(account.store, lead)),
    additional_data: { start, limit, more_items_in_collection: start + limit < rows.length },
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Leads */
export const leadRoutes = [
  v1({
    method: 'GET',
    path: '/leads',
    tokens: 20,
    scopes: read,
    query: { ...listing, updated_since: q.time },
    handle: ({ account, query }) => page(account, query, false),
  }),
  v1({
    method: 'GET',
    path: '/leads/archived',
    tokens: 40,
    scopes: read,
    query: listing,
    handle: ({ account, query }) => page(account, query, true),
  }),
  v1({
    method: 'GET',
    path: '/leads/{id}',
    tokens: 2,
    scopes: read,
    handle: ({ account, params }) => ({
      success: true,
      data: presentLead(account.store, find(account, params)),
    }),
  }),
  v1({
    method: 'POST',
    path: '/leads',
    tokens: 10,
    scopes: write,
    body: leadToAdd,
    status: 201,
    handle: ({ account, caller, body }) => {
      const lead = readLead(account, caller, body)
      insert(account, 'lead', lead, { userId: caller.userId, source: 'api' })
      return { success: true, data: presentLead(account.store, lead) }
    },
  }),
  v1({
    method: 'PATCH',
    path: '/leads/{id}',
    tokens: 10,
    scopes: write,
    body: leadToChange,
    handle: ({ account, caller, params, body }) => {
      const before = find(account, params)
      if (before.is_archived && body.is_archived !== false)
        throw refused('Archived leads can not be edited')
      const after = readLead(account, caller, body, before)
      const lead = update(account, 'lead', before, after, { userId: caller.userId, source: 'api' })
      return { success: true, data: presentLead(account.store, lead) }
    },
  }),
  v1({
    method: 'DELETE',
    path: '/leads/{id}',
    tokens: 6,
    scopes: write,
    handle: ({ account, caller, params }) => {
      const lead = find(account, params)
      softDelete(account, 'lead', lead, { userId: caller.userId, source: 'api' })
      return { success: true, data: { id: lead.id } }
    },
  }),
]
