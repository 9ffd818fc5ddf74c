import type { Activity, Deal } from '../records.ts'
import type { Store } from '../store.ts'

/** What `include_fields` can ask for is worked out from the records when asked. */
export const activityFields = (activities: readonly Activity[]) => {
  const present = activities.filter(activity => !activity.is_deleted)
  const done = present.filter(activity => activity.done)
  const todo = present
    .filter(activity => !activity.done)
    .sort((a, b) => (a.due_date ?? '').localeCompare(b.due_date ?? ''))
  return {
    next_activity_id: todo[0]?.id ?? null,
    last_activity_id: done.at(-1)?.id ?? null,
    activities_count: present.length,
    done_activities_count: done.length,
    undone_activities_count: todo.length,
  }
}

export const dealFields = (deals: readonly Deal[]) => {
  const present = deals.filter(deal => !deal.is_deleted && !deal.is_archived)
  const count = (status: Deal['status']) => present.filter(deal => deal.status === status).length
  const [open, won, lost] = [count('open'), count('won'), count('lost')]
  return {
    open_deals_count: open,
    related_open_deals_count: 0,
    closed_deals_count: won + lost,
    related_closed_deals_count: 0,
    won_deals_count: won,
    related_won_deals_count: 0,
    lost_deals_count: lost,
    related_lost_deals_count: 0,
  }
}

/** The sandbox has neither mail nor files; a count of messages is made up from the id. */
export const otherFields = (store: Store, kind: 'deal' | 'person' | 'org', id: number) => ({
  email_messages_count: (id * 7) % 12,
  files_count: 0,
  notes_count: store.notes.by(`${kind}_id`, id).length,
  followers_count: store.followers.by('item', `${kind === 'org' ? 'organization' : kind} ${id}`)
    .length,
  last_incoming_mail_time: null,
  last_outgoing_mail_time: null,
  smart_bcc_email: `${store.company.domain}+${kind}${id}@pipedrivemail.com`,
})

export const pick = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, values[name] ?? null]))
