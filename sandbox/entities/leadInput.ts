import {
  boolean,
  date,
  filledText,
  id,
  integer,
  list,
  nullable,
  number,
  objectWithFields,
  object,
  oneOf,
  text,
  uuid,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'

const shared = {
  owner_id: id,
  label_ids: list(uuid),
  person_id: nullable(id),
  organization_id: nullable(id),
  value: nullable(object({ amount: number, currency: text }, ['amount', 'currency'])),
  expected_close_date: nullable(date),
  visible_to: oneOf(['1', '3', '5', '7']),
  was_seen: boolean,
  channel: nullable(integer),
  channel_id: nullable(text),
}

/** Custom fields stand among the others, under their codes of 40 characters. */
export const leadToAdd = objectWithFields(
  { title: filledText, origin_id: nullable(text), ...shared },
  ['title'],
)
export const leadToChange = objectWithFields({ title: filledText, is_archived: boolean, ...shared })
export type LeadToAdd = TypeOf<typeof leadToAdd>
export type LeadToChange = TypeOf<typeof leadToChange>
