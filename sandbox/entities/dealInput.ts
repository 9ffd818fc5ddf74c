import {
  anything,
  boolean,
  date,
  dateTime,
  filledText,
  id,
  list,
  nullable,
  number,
  object,
  oneOf,
  plainTime,
  text,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'

const shared = {
  owner_id: id,
  person_id: nullable(id),
  org_id: nullable(id),
  pipeline_id: id,
  stage_id: id,
  value: number,
  currency: text,
  is_deleted: boolean,
  is_archived: boolean,
  archive_time: nullable(plainTime),
  status: oneOf(['open', 'won', 'lost']),
  probability: nullable(number),
  lost_reason: nullable(text),
  visible_to: oneOf([1, 3, 5, 7]),
  close_time: nullable(dateTime),
  won_time: dateTime,
  lost_time: dateTime,
  expected_close_date: date,
  label_ids: list(id),
  custom_fields: anything,
}

export const dealToAdd = object({ title: filledText, ...shared }, ['title'])
export const dealToChange = object({ title: filledText, ...shared })
export type DealToAdd = TypeOf<typeof dealToAdd>
export type DealToChange = TypeOf<typeof dealToChange>
