import {
  boolean,
  clockTime,
  date,
  filledText,
  id,
  integer,
  list,
  nullable,
  object,
  text,
} from '../schema.ts'
import type { TypeOf } from '../schema.ts'
import { address } from './address.ts'

const attendee = object(
  {
    email: text,
    name: nullable(text),
    status: nullable(text),
    is_organizer: nullable(boolean),
    person_id: nullable(id),
    user_id: nullable(id),
  },
  ['email'],
)

export const activityInput = object({
  subject: filledText,
  type: text,
  owner_id: id,
  deal_id: nullable(id),
  lead_id: nullable(text),
  person_id: nullable(id),
  org_id: nullable(id),
  project_id: nullable(id),
  due_date: nullable(date),
  due_time: nullable(clockTime),
  duration: nullable(clockTime),
  busy: boolean,
  done: boolean,
  location: nullable(address),
  participants: list(object({ person_id: id, primary: boolean }, ['person_id'])),
  attendees: list(attendee),
  public_description: nullable(text),
  priority: nullable(integer),
  outcome: nullable(integer),
  note: nullable(text),
})
export type ActivityInput = TypeOf<typeof activityInput>
export type AttendeeInput = TypeOf<typeof attendee>
