import {
  anything,
  boolean,
  dateTime,
  filledText,
  id,
  list,
  object,
  oneOf,
  text,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import { address } from './address.ts'

const contact = object({ value: text, primary: boolean, label: text }, ['value'])
export type ContactInput = TypeOf<typeof contact>

/** Only there once contact sync has been set up, which the sandbox's account has not. */
const synced = {
  postal_address: address,
  notes: text,
  im: list(contact),
  birthday: text,
  job_title: text,
}
export const contactSyncFields = Object.keys(synced)

const shared = {
  name: filledText,
  /** Not in the specification, but in the v2 migration guide: both instead of `name`. */
  first_name: text,
  last_name: text,
  owner_id: id,
  org_id: id,
  emails: list(contact),
  phones: list(contact),
  visible_to: oneOf([1, 3, 5, 7]),
  label_ids: list(id),
  marketing_status: oneOf(['no_consent', 'unsubscribed', 'subscribed', 'archived']),
  custom_fields: anything,
  ...synced,
}

export const personToAdd = object({ ...shared, add_time: dateTime })
export const personToChange = object(shared)
export type PersonToAdd = TypeOf<typeof personToAdd>
export type PersonToChange = TypeOf<typeof personToChange>
