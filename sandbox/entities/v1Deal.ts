import type { Activity, Deal } from '../records.ts'
import type { Store } from '../store.ts'
import { plain } from '../time.ts'
import { activityFields, otherFields } from './counts.ts'

/** Converts a time of v2 to the format of older v1 objects. */
export const v1Time = (time: string | null) => (time === null ? null : plain(Date.parse(time)))

export const money = (amount: number, currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)

/** Members by which v1 describes the activities of a record. */
export const v1Activities = (store: Store, activities: readonly Activity[]) => {
  const { next_activity_id, last_activity_id, ...counts } = activityFields(activities)
  const next = store.activities.get(next_activity_id ?? 0)
  const last = store.activities.get(last_activity_id ?? 0)
  return {
    ...counts,
    next_activity_id,
    last_activity_id,
    next_activity_date: next?.due_date ?? null,
    next_activity_time: next?.due_time ?? null,
    last_activity_date: last?.due_date ?? null,
    next,
  }
}

const weightOf = (store: Store, deal: Deal) =>
  (deal.probability ?? store.stages.get(deal.stage_id)?.deal_probability ?? 100) / 100

/** A deal as v1 still shows it after a merge, and wherever it lists deals. */
export const presentV1Deal = (store: Store, deal: Deal) => {
  const { next, ...activities } = v1Activities(store, store.activities.by('deal_id', deal.id))
  const { smart_bcc_email, ...others } = otherFields(store, 'deal', deal.id)
  const weighted = deal.value * weightOf(store, deal)
  return {
    id: deal.id,
    creator_user_id: deal.creator_user_id,
    user_id: deal.owner_id,
    person_id: deal.person_id,
    org_id: deal.org_id,
    stage_id: deal.stage_id,
    pipeline_id: deal.pipeline_id,
    title: deal.title,
    value: deal.value,
    currency: deal.currency,
    add_time: v1Time(deal.add_time),
    update_time: v1Time(deal.update_time),
    stage_change_time: v1Time(deal.stage_change_time),
    active: deal.status === 'open' && !deal.is_deleted,
    deleted: deal.is_deleted,
    is_archived: deal.is_archived,
    status: deal.is_deleted ? 'deleted' : deal.status,
    probability: deal.probability,
    lost_reason: deal.lost_reason,
    visible_to: String(deal.visible_to),
    close_time: v1Time(deal.close_time),
    won_time: v1Time(deal.won_time),
    first_won_time: v1Time(deal.first_won_time),
    lost_time: v1Time(deal.lost_time),
    expected_close_date: deal.expected_close_date,
    label: deal.label_ids.length > 0 ? deal.label_ids.join(',') : null,
    ...activities,
    next_activity_subject: next?.subject ?? null,
    next_activity_type: next?.type ?? null,
    next_activity_duration: next?.duration ?? null,
    next_activity_note: next?.note ?? null,
    ...others,
    products_count: store.dealProducts.by('deal_id', deal.id).length,
    participants_count: deal.person_id === null ? 0 : 1,
    stage_order_nr: store.stages.get(deal.stage_id)?.order_nr ?? null,
    person_name: store.persons.get(deal.person_id ?? 0)?.name ?? null,
    org_name: store.organizations.get(deal.org_id ?? 0)?.name ?? null,
    owner_name: store.users.get(deal.owner_id)?.name ?? null,
    formatted_value: money(deal.value, deal.currency),
    weighted_value: weighted,
    formatted_weighted_value: money(weighted, deal.currency),
    weighted_value_currency: deal.currency,
    rotten_time: null,
    cc_email: smart_bcc_email,
    org_hidden: false,
    person_hidden: false,
    origin: deal.origin,
    origin_id: deal.origin_id,
    channel: deal.channel,
    channel_id: deal.channel_id,
    arr: null,
    mrr: null,
    acv: null,
    arr_currency: null,
    mrr_currency: null,
    acv_currency: null,
  }
}

const nestedUser = (store: Store, id: number) => {
  const user = store.users.get(id)
  return {
    id,
    value: id,
    name: user?.name ?? '',
    email: user?.email ?? '',
    has_pic: false,
    pic_hash: null,
    active_flag: user?.active === true,
  }
}

/** A deal of v1 with its linked records nested in it, as some of the lists have it. */
export const presentNestedDeal = (store: Store, deal: Deal) => {
  const person = store.persons.get(deal.person_id ?? 0)
  const organization = store.organizations.get(deal.org_id ?? 0)
  return {
    ...presentV1Deal(store, deal),
    creator_user_id: nestedUser(store, deal.creator_user_id),
    user_id: nestedUser(store, deal.owner_id),
    person_id: person
      ? {
          value: person.id,
          name: person.name,
          email: person.emails,
          phone: person.phones,
          owner_id: person.owner_id,
          active_flag: !person.is_deleted,
        }
      : null,
    org_id: organization
      ? {
          value: organization.id,
          name: organization.name,
          people_count: store.persons.by('org_id', organization.id).length,
          owner_id: organization.owner_id,
          address: organization.address?.value ?? null,
          active_flag: !organization.is_deleted,
          cc_email: `${store.company.domain}+org${organization.id}@pipedrivemail.com`,
        }
      : null,
  }
}
