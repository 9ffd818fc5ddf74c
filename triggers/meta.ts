import {
  member,
  object,
  readRequired,
  string,
  type OutputOf,
  type WebhookEvent,
} from '../definitions/index.ts'

/** What Pipedrive says about a change itself; members that are not declared are there too. */
const properties = {
  change_source: string({ description: 'Where the change was made: app, api or another' }),
  user_id: string({ description: 'Id of the user who made the change' }),
  timestamp: string({ description: 'When the change was made' }),
  correlation_id: string({ description: 'The same for all changes of one request' }),
}
const description = 'About the change itself'

export const Meta = object({ description, properties })

/** Of a record that there was before. */
export const ChangeMeta = object({
  description,
  properties: {
    ...properties,
    merged_from_id: string({ description: 'Id of the record that was merged into this one' }),
  },
})

export const metaOf = (meta: WebhookEvent['meta']): OutputOf<typeof Meta> =>
  readRequired(Meta, meta, 'meta')

/** Ids in `meta` are texts. */
export const companyOf = (meta: WebhookEvent['meta']): number | null => {
  const id = Number(member(meta, 'company_id') ?? Number.NaN)
  return Number.isSafeInteger(id) ? id : null
}
