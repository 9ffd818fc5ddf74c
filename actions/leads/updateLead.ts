import {
  action,
  boolean,
  member,
  nullable,
  object,
  string,
  type Input,
  type OutputOf,
} from '../../definitions/index.ts'
import { get, patch } from '../../component/api.ts'
import { LeadRecord } from '../../component/apiSchemas.ts'
import { fromV1Fields } from '../../component/customFields/current.ts'
import { readCustomFields } from '../../component/customFields/input.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { toV1Fields } from '../../component/customFields/v1.ts'
import { findUpdated } from '../../component/findUpdated.ts'
import { inBody } from '../../component/listActions.ts'
import { changedIds, listChange, needsRecord, requireChange } from '../../component/listChanges.ts'
import { leads } from '../../component/options/records.ts'
import { Lead } from '../../component/outputSchemas.ts'
import { leadProperties } from '../../component/properties/lead.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { sampleLead } from '../../component/samples.ts'
import { single, toLeads } from '../../component/toOutput.ts'
import { uuid } from '../../component/sharedProperties.ts'

const properties = {
  id: string({
    label: 'Lead',
    required: true,
    optionsDataSource: leads,
    regex: uuid,
    patternMessage: 'the id of a lead',
  }),
  lead: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...leadProperties,
      person_id: nullable(leadProperties.person_id),
      organization_id: nullable(leadProperties.organization_id),
      value: nullable(leadProperties.value),
      expected_close_date: nullable(leadProperties.expected_close_date),
      channel: nullable(leadProperties.channel),
      channel_id: nullable(leadProperties.channel_id),
      custom_fields: changedCustomFields('deal'),
      label_ids: nullable(leadProperties.label_ids),
      is_archived: boolean({ label: 'Archived' }),
    },
  }),
  label_change: listChange('Lead Labels'),
}

/** https://developers.pipedrive.com/docs/api/v1/Leads#updateLead */
export const updateLead = action({
  name: 'updateLead',
  title: 'Update lead',
  description: 'Changes a lead.',
  agentHint:
    'Changes only what is given, of the lead with this id: get the id from searchLeads first. Null clears; lists are added to unless their change says replace or remove.',
  effect: 'update',
  properties,
  output: inBody({ data: { ...Lead, required: true } }),
  sampleOutput: { body: { data: sampleLead } },
  serializeBy: ({ id }) => `lead ${id}`,
  *perform(input) {
    const { id } = input
    const body = yield* bodyOf(input)
    requireChange('lead', body)
    return yield* shown(
      yield* patch('/api/v1/leads/{id}', { params: { id }, body, returns: LeadRecord }),
    )
  },
  *findExisting(input) {
    const record = yield* read(input.id)
    return yield* findUpdated(yield* bodyOf(input, record), record, shown)
  },
})

const read = (id: string) => get('/api/v1/leads/{id}', { params: { id }, returns: LeadRecord })

/** Reads the lead only where what it has is needed. */
function* bodyOf(input: Input<typeof properties>, known?: OutputOf<typeof LeadRecord>) {
  const { id, label_change } = input
  const { custom_fields, label_ids, ...rest } = input.lead
  const before = known ?? (needsRecord(label_ids, label_change) ? yield* read(id) : undefined)
  const fields = yield* readCustomFields(custom_fields, {
    kind: 'deal',
    path: 'lead.custom_fields',
    *current() {
      return fromV1Fields(before ?? (yield* read(id)))
    },
  })
  return {
    ...rest,
    ...toV1Fields(fields),
    label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
  }
}

function* shown(lead: OutputOf<typeof LeadRecord>) {
  return { body: { data: yield* single(toLeads([lead])) } }
}
