import { array, boolean, dateTime, string } from '../definitions/index.ts'

/** Fields that Pipedrive works out only where they are asked for. https://developers.pipedrive.com/docs/api/v1 */
const ofAll = [
  'next_activity_id',
  'last_activity_id',
  'files_count',
  'notes_count',
  'followers_count',
  'email_messages_count',
  'activities_count',
  'done_activities_count',
  'undone_activities_count',
  'smart_bcc_email',
] as const
const ofContacts = [
  ...ofAll,
  'open_deals_count',
  'related_open_deals_count',
  'closed_deals_count',
  'related_closed_deals_count',
  'won_deals_count',
  'related_won_deals_count',
  'lost_deals_count',
  'related_lost_deals_count',
] as const

const several = <const Field extends string>(options: readonly Field[]) =>
  array({
    label: 'Include Fields',
    description: 'Fields that are there only where they are asked for.',
    items: string({ options }),
  })

export const dealIncludeFields = several([
  ...ofAll,
  'first_won_time',
  'products_count',
  'participants_count',
  'last_incoming_mail_time',
  'last_outgoing_mail_time',
  'source_lead_id',
])
export const personIncludeFields = several([
  ...ofContacts,
  'participant_open_deals_count',
  'participant_closed_deals_count',
  'last_incoming_mail_time',
  'last_outgoing_mail_time',
  'marketing_status',
  'doi_status',
])
export const organizationIncludeFields = several([...ofContacts, 'people_count'])

export const includeLabels = boolean({
  label: 'Include Labels',
  description: 'Adds the names of labels to their ids.',
})

/** Both go together with a filter too. */
export const updatedSince = dateTime({
  label: 'Updated Since',
  description: 'Only what was changed at this time or later.',
})
export const updatedUntil = dateTime({
  label: 'Updated Until',
  description: 'Only what was changed before this time.',
})
