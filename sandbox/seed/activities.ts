import type { Activity } from '../records.ts'
import type { Seeding } from './context.ts'
import { chance, noFields, none, someTime } from './context.ts'

const subjects = ['Call back', 'Send offer', 'Meeting & lunch', 'Check "terms"', 'Follow-up']

export const seedActivities = ({ store, random, size, userIds }: Seeding) => {
  for (let position = 0; position < size.activities; position++) {
    const times = someTime(random, position, size.activities)
    const deal = chance(random, 80) ? store.deals.get(1 + random.int(size.deals)) : undefined
    const person_id = deal?.person_id ?? 1 + random.int(size.persons)
    const owner_id = random.pick(userIds)
    const done = chance(random, 50)
    const timed = chance(random, 50)
    const activity: Activity = {
      id: position + 1,
      subject: random.pick(subjects),
      type: random.pick(store.activityTypes.all()).key_string,
      owner_id,
      creator_user_id: owner_id,
      is_deleted: false,
      deleted_at: null,
      ...times,
      deal_id: deal?.id ?? null,
      lead_id: null,
      person_id,
      org_id: deal?.org_id ?? null,
      project_id: null,
      due_date: times.add_time.slice(0, 10),
      due_time: timed ? '15:00:00' : null,
      duration: timed ? '01:00:00' : null,
      busy: timed,
      done,
      marked_as_done_time: done ? times.update_time : null,
      location: null,
      participants: [{ person_id, primary: true }],
      attendees: none,
      public_description: null,
      priority: null,
      outcome: null,
      note: chance(random, 30) ? '<p>Bring the contract</p>' : null,
      custom_fields: noFields,
    }
    store.activities.set(activity)
  }
}
