import type { Person } from '../records.ts'
import type { Store } from '../store.ts'
import { dealFields, otherFields } from './counts.ts'
import { v1Activities, v1Time } from './v1Deal.ts'

/** A person as v1 still shows it after a merge. */
export const presentV1Person = (store: Store, person: Person) => {
  const { next: _, ...activities } = v1Activities(
    store,
    store.activities.by('person_id', person.id),
  )
  const { smart_bcc_email, ...others } = otherFields(store, 'person', person.id)
  return {
    id: person.id,
    company_id: store.company.id,
    owner_id: person.owner_id,
    org_id: person.org_id,
    name: person.name,
    first_name: person.first_name,
    last_name: person.last_name,
    active_flag: !person.is_deleted,
    phone: person.phones,
    email: person.emails,
    first_char: person.name.slice(0, 1).toLowerCase(),
    add_time: v1Time(person.add_time),
    update_time: v1Time(person.update_time),
    visible_to: String(person.visible_to),
    picture_id: null,
    label: person.label_ids[0] ?? null,
    label_ids: person.label_ids,
    org_name: store.organizations.get(person.org_id ?? 0)?.name ?? null,
    owner_name: store.users.get(person.owner_id)?.name ?? null,
    cc_email: smart_bcc_email,
    ...activities,
    ...others,
    ...dealFields(store.deals.by('person_id', person.id)),
    participant_open_deals_count: 0,
    participant_closed_deals_count: 0,
  }
}
