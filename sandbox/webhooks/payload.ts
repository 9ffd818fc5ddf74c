import { isDeepStrictEqual } from 'node:util'
import { customFieldsOf } from '../fields/fieldsOf.ts'
import { webhookShape } from '../fields/shapes.ts'
import type { Activity, Deal, Lead, Organization, Person } from '../records.ts'
import type { Store } from '../store.ts'
import type { Change, WebhookKind } from './types.ts'

/** https://pipedrive.readme.io/docs/webhooks-v2-migration-guide: the records as webhooks show them. */
const deal = (store: Store, record: Deal) => ({
  add_time: record.add_time,
  channel: record.channel,
  channel_id: record.channel_id,
  close_time: record.close_time,
  creator_user_id: record.creator_user_id,
  currency: record.currency,
  custom_fields: webhookShape(customFieldsOf(store, 'deal'), record.custom_fields),
  expected_close_date: record.expected_close_date,
  first_won_time: record.first_won_time,
  id: record.id,
  label_ids: record.label_ids,
  lost_reason: record.lost_reason,
  lost_time: record.lost_time,
  org_id: record.org_id,
  origin: record.origin,
  origin_id: record.origin_id,
  owner_id: record.owner_id,
  person_id: record.person_id,
  pipeline_id: record.pipeline_id,
  probability: record.probability,
  stage_change_time: record.stage_change_time,
  stage_id: record.stage_id,
  status: record.status,
  title: record.title,
  update_time: record.update_time,
  value: record.value,
  visible_to: String(record.visible_to),
  won_time: record.won_time,
  is_archived: record.is_archived,
  archive_time: record.archive_time,
})

const person = (store: Store, record: Person) => ({
  add_time: record.add_time,
  custom_fields: webhookShape(customFieldsOf(store, 'person'), record.custom_fields),
  emails: record.emails.map(({ label, value, primary }) => ({ label, value, primary })),
  first_name: record.first_name,
  id: record.id,
  label: record.label_ids[0] ?? null,
  label_ids: record.label_ids,
  last_name: record.last_name,
  name: record.name,
  org_id: record.org_id,
  owner_id: record.owner_id,
  phones: record.phones.map(({ label, value, primary }) => ({ label, value, primary })),
  update_time: record.update_time,
  visible_to: String(record.visible_to),
})

const organization = (store: Store, record: Organization) => ({
  add_time: record.add_time,
  address: record.address?.value ?? null,
  country_code: null,
  custom_fields: webhookShape(customFieldsOf(store, 'organization'), record.custom_fields),
  id: record.id,
  label: record.label_ids[0] ?? null,
  name: record.name,
  owner_id: record.owner_id,
  picture_id: null,
  update_time: record.update_time,
  visible_to: String(record.visible_to),
})

const timed = (value: string | null) => (value === null ? null : { timezone_id: null, value })

const activity = (_store: Store, record: Activity) => ({
  active_flag: !record.is_deleted,
  add_time: record.add_time,
  busy_flag: record.busy,
  custom_fields: {},
  deal_id: record.deal_id,
  done: record.done,
  due_date: record.due_date,
  due_time: timed(record.due_time),
  duration: timed(record.duration),
  id: record.id,
  lead_id: record.lead_id,
  location: record.location?.value ?? null,
  org_id: record.org_id,
  owner_id: record.owner_id,
  person_id: record.person_id,
  public_description: record.public_description ?? '',
  subject: record.subject,
  type: record.type,
  update_time: record.update_time,
  update_user_id: null,
})

const lead = (store: Store, record: Lead) => {
  const { is_deleted: _, deleted_at: _d, visible_to: _v, source_deal_id: _s, ...rest } = record
  return {
    ...rest,
    custom_fields: webhookShape(customFieldsOf(store, 'deal'), record.custom_fields),
  }
}

const shapes = { deal, person, organization, activity, lead }
type Side = 'before' | 'after'

const shaped = (store: Store, change: Change, side: Side): object | null => {
  const record = change[side]
  if (!record) return null
  const shape: Readonly<Record<WebhookKind, (store: Store, record: never) => object>> = shapes
  return shape[change.kind](store, record as never)
}

/** The guide's examples leave these out of `previous`; activities always have their old time. */
const quiet = new Set(['update_time', 'stage_change_time'])

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The old values of what differs; of custom fields only those that do. */
const changedKeys = (before: object, after: object, all = false): object => {
  const old: Record<string, unknown> = {}
  for (const key of Object.keys(before)) {
    const value: unknown = Reflect.get(before, key)
    const now: unknown = Reflect.get(after, key)
    if (isDeepStrictEqual(value, now) || (!all && quiet.has(key))) continue
    const nested = key === 'custom_fields' && isObject(value) && isObject(now)
    old[key] = nested ? changedKeys(value, now, true) : value
  }
  return old
}

export const payloadOf = (store: Store, change: Change) => {
  const before = shaped(store, change, 'before')
  const after = shaped(store, change, 'after')
  if (!before) {
    const data = change.kind === 'deal' ? { ...after, update_time: null } : after
    return { action: 'create' as const, data, previous: null }
  }
  if (!after) return { action: 'delete' as const, data: null, previous: before }
  const time = change.kind === 'activity' && { update_time: change.before?.update_time }
  const previous = { ...changedKeys(before, after), ...time }
  return { action: 'change' as const, data: after, previous }
}
