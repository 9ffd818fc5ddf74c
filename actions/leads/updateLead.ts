import { boolean, member, nullable, object, string } from '../../definitions/index.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { changedIds, listChange, needsRecord } from '../../component/listChanges.ts'
import { leads } from '../../component/options/records.ts'
import { leadProperties } from '../../component/properties/lead.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { leadType } from '../../component/recordTypes.ts'
import { uuid } from '../../component/sharedProperties.ts'
import { updateAction } from '../../component/updateAction.ts'

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
  label_change: listChange('Lead Labels', 'lead.label_ids'),
}

/** https://developers.pipedrive.com/docs/api/v1/Leads#updateLead */
export const updateLead = updateAction({
  name: 'updateLead',
  title: 'Update lead',
  description: 'Changes a lead.',
  agentHint: 'Changes only what is given of one lead; null clears; searchLeads finds the id.',
  properties,
  type: leadType,
  update: ({ id, lead: { custom_fields, label_ids, ...rest }, label_change }) => ({
    id,
    custom_fields,
    needsRecord: needsRecord(label_ids, label_change),
    body: before => ({
      ...rest,
      label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
    }),
  }),
})
