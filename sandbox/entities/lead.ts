import { customFieldsOf } from '../fields/fieldsOf.ts'
import { refused } from '../errors.ts'
import { mergeV1Fields } from '../fields/v1Input.ts'
import { v1Shape } from '../fields/shapes.ts'
import type { Lead } from '../records.ts'
import type { Store } from '../store.ts'
import { milliseconds } from '../time.ts'
import type { Caller, Account } from '../account.ts'
import type { LeadToChange } from './leadInput.ts'
import { checkCurrency, checkLabels, checkLinks } from './links.ts'

const check = (store: Store, body: LeadToChange) => {
  const { owner_id, person_id, organization_id } = body
  checkLinks(store, {
    ...(owner_id !== undefined && { owner_id }),
    ...(person_id !== undefined && { person_id }),
    ...(organization_id !== undefined && { org_id: organization_id }),
  })
  checkLabels(store.leadLabels.all(), body.label_ids)
  if (body.value) checkCurrency(store, body.value.currency)
}

const given = <T>(value: T | undefined, before: T) => (value === undefined ? before : value)

const fresh = ({ store, clock }: Account, caller: Caller): Lead => {
  const now = milliseconds(clock.now())
  return {
    id: store.random.uuid(),
    title: '',
    owner_id: caller.userId,
    creator_id: caller.userId,
    label_ids: [],
    person_id: null,
    organization_id: null,
    source_name: 'API',
    origin: 'API',
    origin_id: null,
    channel: null,
    channel_id: null,
    source_deal_id: null,
    is_archived: false,
    was_seen: false,
    value: null,
    expected_close_date: null,
    next_activity_id: null,
    add_time: now,
    update_time: now,
    visible_to: '3',
    is_deleted: false,
    deleted_at: null,
    custom_fields: {},
  }
}

/** The lead that `body` makes of a new one, or of the one before. */
export const readLead = (
  account: Account,
  caller: Caller,
  body: LeadToChange & { readonly origin_id?: string | null },
  before: Lead = fresh(account, caller),
): Lead => {
  check(account.store, body)
  const person_id = given(body.person_id, before.person_id)
  const organization_id = given(body.organization_id, before.organization_id)
  if (person_id === null && organization_id === null)
    throw refused('A lead must be linked to a person or an organization.')
  return {
    ...before,
    title: body.title ?? before.title,
    owner_id: body.owner_id ?? before.owner_id,
    label_ids: body.label_ids ?? before.label_ids,
    person_id,
    organization_id,
    origin_id: given(body.origin_id, before.origin_id),
    channel: given(body.channel, before.channel),
    channel_id: given(body.channel_id, before.channel_id),
    is_archived: body.is_archived ?? before.is_archived,
    was_seen: body.was_seen ?? before.was_seen,
    value: given(body.value, before.value),
    expected_close_date: given(body.expected_close_date, before.expected_close_date),
    visible_to: body.visible_to ?? before.visible_to,
    custom_fields: mergeV1Fields(account.store, before.custom_fields, body),
  }
}

export const presentLead = (store: Store, lead: Lead) => {
  const { is_deleted: _, deleted_at: _d, custom_fields, ...rest } = lead
  return {
    ...rest,
    cc_email: `${store.company.domain}+lead${lead.id}@pipedrivemail.com`,
    ...v1Shape(customFieldsOf(store, 'deal'), custom_fields),
  }
}
