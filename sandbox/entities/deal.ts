import { invalid, refused } from '../errors.ts'
import { mergeCustomFields } from '../fields/check.ts'
import { customFieldsOf, labelsOf } from '../fields/fieldsOf.ts'
import { restShape } from '../fields/shapes.ts'
import { csvOf, integer } from '../query.ts'
import type { Deal } from '../records.ts'
import type { Store } from '../store.ts'
import { seconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import { activityFields, otherFields, pick } from './counts.ts'
import type { DealToAdd, DealToChange } from './dealInput.ts'
import { dealToAdd, dealToChange } from './dealInput.ts'
import { archiving, outcomeOf, placeOf } from './dealRules.ts'
import type { Entity, View } from './entity.ts'
import { labelled } from './labelled.ts'
import { checkCurrency, checkLabels, checkLinks } from './links.ts'

const check = (store: Store, body: DealToChange) => {
  checkLinks(store, body)
  checkLabels(labelsOf(store, 'deal'), body.label_ids)
  if (body.currency !== undefined) checkCurrency(store, body.currency)
  const { probability } = body
  if (typeof probability === 'number' && (probability < 0 || probability > 100))
    throw invalid('probability must be between 0 and 100')
}

const add = (account: Account, caller: Caller, body: DealToAdd): Deal => {
  const { store, clock } = account
  if (body.is_deleted) throw refused('is_deleted must not be true for a new deal')
  check(store, body)
  const now = seconds(clock.now())
  return {
    id: store.deals.nextId(),
    title: body.title,
    creator_user_id: caller.userId,
    owner_id: body.owner_id ?? caller.userId,
    value: body.value ?? 0,
    person_id: body.person_id ?? null,
    org_id: body.org_id ?? null,
    ...placeOf(store, body),
    currency: body.currency ?? store.users.get(caller.userId)?.default_currency ?? 'EUR',
    add_time: now,
    update_time: now,
    stage_change_time: null,
    ...outcomeOf(body, now),
    ...archiving(body, now, { is_archived: false, archive_time: null }),
    is_deleted: false,
    deleted_at: null,
    probability: body.probability ?? null,
    visible_to: body.visible_to ?? 3,
    expected_close_date: body.expected_close_date ?? null,
    label_ids: body.label_ids ?? [],
    origin: 'API',
    origin_id: null,
    channel: null,
    channel_id: null,
    source_lead_id: null,
    custom_fields: mergeCustomFields(store, customFieldsOf(store, 'deal'), {}, body.custom_fields),
  }
}

const change = (account: Account, deal: Deal, body: DealToChange): Deal => {
  const { store, clock } = account
  if (deal.is_archived && body.is_archived !== false)
    throw refused('Archived deals can not be edited')
  check(store, body)
  const now = seconds(clock.now())
  const place = placeOf(store, body, deal)
  const { status: _, close_time: _c, is_deleted: _d, archive_time: _a, ...plain } = body
  const { lost_reason: _l, won_time: _w, lost_time: _t, ...rest } = plain
  return {
    ...deal,
    ...rest,
    ...place,
    stage_change_time: place.stage_id === deal.stage_id ? deal.stage_change_time : now,
    ...outcomeOf(body, now, deal),
    ...archiving(body, now, deal),
    custom_fields: mergeCustomFields(
      store,
      customFieldsOf(store, 'deal'),
      deal.custom_fields,
      body.custom_fields,
    ),
  }
}

const localDay = (time: string | null) => time?.slice(0, 10) ?? null

const present = (store: Store, deal: Deal, view: View) => {
  const { deleted_at: _, first_won_time, custom_fields, ...rest } = deal
  const extra = view.include_fields && {
    ...activityFields(store.activities.by('deal_id', deal.id)),
    ...otherFields(store, 'deal', deal.id),
    first_won_time,
    products_count: store.dealProducts.by('deal_id', deal.id).length,
    participants_count: deal.person_id === null ? 0 : 1,
    source_lead_id: deal.source_lead_id,
  }
  return {
    ...rest,
    local_won_date: localDay(deal.won_time),
    local_lost_date: localDay(deal.lost_time),
    local_close_date: localDay(deal.close_time),
    acv: null,
    arr: null,
    mrr: null,
    custom_fields: restShape(customFieldsOf(store, 'deal'), custom_fields, {
      only: view.custom_fields,
      labels: view.include_option_labels,
    }),
    ...labelled(labelsOf(store, 'deal'), deal.label_ids, view.include_labels),
    ...(extra && pick(extra, view.include_fields ?? [])),
  }
}

/** https://developers.pipedrive.com/docs/api/v1/Deals */
export const deals: Entity<'deal', DealToAdd, DealToChange> = {
  kind: 'deal',
  title: 'Deal',
  path: '/deals',
  scopes: { read: ['deals:read', 'deals:full'], write: ['deals:full'] },
  narrowing: {
    owner_id: integer,
    person_id: integer,
    org_id: integer,
    pipeline_id: integer,
    stage_id: integer,
    status: csvOf(['open', 'won', 'lost', 'deleted']),
  },
  equal: ['owner_id', 'person_id', 'org_id', 'pipeline_id', 'stage_id'],
  optional: [
    ...['next_activity_id', 'last_activity_id', 'first_won_time', 'products_count', 'files_count'],
    ...['notes_count', 'followers_count', 'email_messages_count', 'activities_count'],
    ...['done_activities_count', 'undone_activities_count', 'participants_count'],
    ...['last_incoming_mail_time', 'last_outgoing_mail_time', 'smart_bcc_email', 'source_lead_id'],
  ],
  sortable: ['id', 'update_time', 'add_time'],
  custom: true,
  addBody: dealToAdd,
  changeBody: dealToChange,
  collection: store => store.deals,
  add,
  change,
  present,
}
