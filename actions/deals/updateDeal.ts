import { integer, member, nullable, object } from '../../definitions/index.ts'
import { dealBody } from '../../component/bodies.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { changedIds, listChange, needsRecord } from '../../component/listChanges.ts'
import { deals } from '../../component/options/records.ts'
import { dealProperties } from '../../component/properties/deal.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { dealType } from '../../component/recordTypes.ts'
import { updateAction } from '../../component/updateAction.ts'

const properties = {
  id: integer({ label: 'Deal', required: true, optionsDataSource: deals, minValue: 1 }),
  deal: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...dealProperties,
      person_id: nullable(dealProperties.person_id),
      org_id: nullable(dealProperties.org_id),
      probability: nullable(dealProperties.probability),
      lost_reason: nullable(dealProperties.lost_reason),
      close_time: nullable(dealProperties.close_time),
      custom_fields: changedCustomFields('deal'),
      label_ids: nullable(dealProperties.label_ids),
    },
  }),
  label_change: listChange('Labels', 'deal.label_ids'),
}

/** https://developers.pipedrive.com/docs/api/v1/Deals#updateDeal */
export const updateDeal = updateAction({
  name: 'updateDeal',
  title: 'Update deal',
  description: 'Changes a deal.',
  agentHint: 'Changes only what is given of one deal; null clears; searchDeals finds the id.',
  properties,
  type: dealType,
  update: ({ id, deal: { custom_fields, label_ids, ...rest }, label_change }) => ({
    id,
    custom_fields,
    needsRecord: needsRecord(label_ids, label_change),
    body: before => ({
      ...dealBody(rest),
      label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
    }),
  }),
})
