import {
  all,
  array,
  integer,
  object,
  readRequired,
  string,
  trigger,
  type Exchange,
  type OutputOf,
  type WebhookEvent,
} from '../definitions/index.ts'
import { get } from '../component/api.ts'
import { referenceDataTtl, usersById } from '../component/lookups.ts'
import { companyOf, Meta, metaOf } from './meta.ts'
import { nameIn } from './outputs.ts'
import { sampleActivityEvent } from './samples.ts'
import { webhook } from './webhook.ts'

const ActivityEvent = object({
  properties: {
    type_name: string({ description: 'Name of the kind of activity' }),
    public_description: string(),
    subject: string(),
    type: string({ description: 'Key of the kind of activity' }),
    id: integer({ required: true }),
    owner_name: string({ description: 'Name of the user who owns the activity' }),
    user_id: integer({ description: 'Id of the user who owns the activity' }),
    company_id: integer({ description: 'Id of the Pipedrive account' }),
    meta: Meta,
  },
})

const ActivityRecord = object({
  properties: {
    id: integer({ required: true }),
    subject: string(),
    type: string(),
    public_description: string(),
    owner_id: integer(),
  },
})

const Types = array({ items: object({ properties: { key_string: string(), name: string() } }) })

function* complete({ data, meta }: WebhookEvent): Exchange<OutputOf<typeof ActivityEvent>> {
  const activity = readRequired(ActivityRecord, data, 'data')
  const [types, users] = yield* all([
    get('/api/v1/activityTypes', { returns: Types, reuse: referenceDataTtl }),
    usersById([activity.owner_id]),
  ])
  return {
    ...activity,
    type_name: types.find(({ key_string }) => key_string === activity.type)?.name ?? null,
    user_id: activity.owner_id ?? null,
    owner_name: nameIn(users, activity.owner_id),
    company_id: companyOf(meta),
    meta: metaOf(meta),
  }
}

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const newActivity = trigger({
  name: 'newActivity',
  title: 'New Activity',
  description: 'Trigger off whenever a new activity is added.',
  output: ActivityEvent,
  sampleOutput: sampleActivityEvent,
  ...webhook({ action: 'create', entity: 'activity' }, complete),
})
