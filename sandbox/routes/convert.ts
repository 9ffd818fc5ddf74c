import type { Collection, Row } from '../collection.ts'
import { insert, setRow, softDelete } from '../changes.ts'
import { general, refused } from '../errors.ts'
import { placeOf } from '../entities/dealRules.ts'
import type { Deal, Lead } from '../records.ts'
import type { Conversion } from '../relations.ts'
import type { Route } from '../route.ts'
import { v2 } from '../route.ts'
import { id, object } from '../schema.ts'
import type { Store } from '../store.ts'
import { milliseconds, seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

type Link = Conversion['result']
interface Links {
  readonly deal_id: number | null
  readonly lead_id: string | null
}

const notThere = () => general(404, 'Entity was not found', { info: 'Object was not found.' })

/** Activities and notes go along. */
const carry = ({ activities, notes }: Store, from: Link, to: Link) => {
  const move = <R extends Row & Links>(rows: Collection<R>) => {
    const linked =
      'deal_id' in from ? rows.by('deal_id', from.deal_id) : rows.by('lead_id', from.lead_id)
    for (const row of linked) rows.set({ ...row, deal_id: null, lead_id: null, ...to })
  }
  move(activities)
  move(notes)
}

const finished = (account: Account, source: string, result: Conversion['result']) => {
  const { store, clock } = account
  const add_time = milliseconds(clock.now())
  const { id } = setRow(account, store.conversions, {
    id: store.random.uuid(),
    source,
    result,
    add_time,
  })
  return { success: true, data: { conversion_id: id }, additional_data: null }
}

const status = (account: Account, source: string, conversion_id = '') => {
  const conversion = account.store.conversions.get(conversion_id)
  if (conversion?.source !== source) throw notThere()
  const data = { ...conversion.result, conversion_id, status: 'completed' }
  return { success: true, data, additional_data: null }
}

const toDeal = (
  { store, clock }: Account,
  caller: Caller,
  lead: Lead,
  place: { readonly stage_id?: number; readonly pipeline_id?: number },
): Deal => {
  const now = seconds(clock.now())
  const currency = store.users.get(lead.owner_id)?.default_currency ?? 'EUR'
  return {
    id: store.deals.nextId(),
    title: lead.title,
    creator_user_id: caller.userId,
    owner_id: lead.owner_id,
    value: lead.value?.amount ?? 0,
    currency: lead.value?.currency ?? currency,
    person_id: lead.person_id,
    org_id: lead.organization_id,
    ...placeOf(store, place),
    add_time: now,
    update_time: now,
    stage_change_time: null,
    status: 'open',
    close_time: null,
    won_time: null,
    lost_time: null,
    lost_reason: null,
    first_won_time: null,
    is_archived: false,
    archive_time: null,
    is_deleted: false,
    deleted_at: null,
    probability: null,
    visible_to: Number(lead.visible_to),
    expected_close_date: lead.expected_close_date,
    label_ids: [],
    origin: lead.origin,
    origin_id: lead.origin_id,
    channel: lead.channel,
    channel_id: lead.channel_id,
    source_lead_id: lead.id,
    custom_fields: lead.custom_fields,
  }
}

const toLead = ({ store, clock }: Account, caller: Caller, deal: Deal): Lead => {
  const now = milliseconds(clock.now())
  return {
    id: store.random.uuid(),
    title: deal.title,
    owner_id: deal.owner_id,
    creator_id: caller.userId,
    label_ids: [],
    person_id: deal.person_id,
    organization_id: deal.org_id,
    source_name: 'Deal',
    origin: deal.origin,
    origin_id: deal.origin_id,
    channel: deal.channel,
    channel_id: deal.channel_id,
    source_deal_id: deal.id,
    is_archived: false,
    was_seen: false,
    value: { amount: deal.value, currency: deal.currency },
    expected_close_date: deal.expected_close_date,
    next_activity_id: null,
    add_time: now,
    update_time: now,
    visible_to: String(deal.visible_to),
    is_deleted: false,
    deleted_at: null,
    custom_fields: deal.custom_fields,
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Leads#convertLeadToDeal; here it is done at once. */
export const convertRoutes: readonly Route[] = [
  v2({
    method: 'POST',
    path: '/leads/{id}/convert/deal',
    tokens: 40,
    scopes: ['leads:full'],
    body: object({ stage_id: id, pipeline_id: id }),
    handle: ({ account, caller, params, body }) => {
      const lead = account.store.leads.get(params['id'] ?? '')
      if (!lead || lead.is_deleted) throw notThere()
      const origin = { userId: caller.userId, source: 'api' as const }
      const deal = insert(account, 'deal', toDeal(account, caller, lead, body), origin)
      carry(account.store, { lead_id: lead.id }, { deal_id: deal.id })
      softDelete(account, 'lead', lead, origin)
      return finished(account, `lead ${lead.id}`, { deal_id: deal.id })
    },
  }),
  v2({
    method: 'POST',
    path: '/deals/{id}/convert/lead',
    tokens: 40,
    scopes: ['deals:full'],
    handle: ({ account, caller, params }) => {
      const deal = account.store.deals.get(pathNumber(params['id']))
      if (!deal || deal.is_deleted) throw notThere()
      if (deal.person_id === null && deal.org_id === null)
        throw refused('A lead must be linked to a person or an organization.')
      const origin = { userId: caller.userId, source: 'api' as const }
      const lead = insert(account, 'lead', toLead(account, caller, deal), origin)
      carry(account.store, { deal_id: deal.id }, { lead_id: lead.id })
      softDelete(account, 'deal', deal, origin)
      return finished(account, `deal ${deal.id}`, { lead_id: lead.id })
    },
  }),
  v2({
    method: 'GET',
    path: '/leads/{id}/convert/status/{conversion_id}',
    tokens: 1,
    scopes: ['leads:full', 'leads:read'],
    handle: ({ account, params }) =>
      status(account, `lead ${params['id']}`, params['conversion_id']),
  }),
  v2({
    method: 'GET',
    path: '/deals/{id}/convert/status/{conversion_id}',
    tokens: 1,
    scopes: ['deals:full', 'deals:read'],
    handle: ({ account, params }) =>
      status(account, `deal ${params['id']}`, params['conversion_id']),
  }),
]
