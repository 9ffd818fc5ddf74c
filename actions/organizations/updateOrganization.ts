import { integer, member, nullable, object } from '../../definitions/index.ts'
import { organizationBody } from '../../component/bodies.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { changedIds, listChange, needsRecord } from '../../component/listChanges.ts'
import { organizations } from '../../component/options/records.ts'
import { organizationProperties } from '../../component/properties/organization.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { organizationType } from '../../component/recordTypes.ts'
import { updateAction } from '../../component/updateAction.ts'

const properties = {
  id: integer({
    label: 'Organization',
    required: true,
    optionsDataSource: organizations,
    minValue: 1,
  }),
  organization: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...organizationProperties,
      website: nullable(organizationProperties.website),
      linkedin: nullable(organizationProperties.linkedin),
      industry: nullable(organizationProperties.industry),
      annual_revenue: nullable(organizationProperties.annual_revenue),
      employee_count: nullable(organizationProperties.employee_count),
      custom_fields: changedCustomFields('organization'),
      label_ids: nullable(organizationProperties.label_ids),
    },
  }),
  label_change: listChange('Labels', 'organization.label_ids'),
}

/** https://developers.pipedrive.com/docs/api/v1/Organizations#updateOrganization */
export const updateOrganization = updateAction({
  name: 'updateOrganization',
  title: 'Update an organization',
  description: 'Changes an organization.',
  agentHint:
    'Changes only what is given of one organization; null clears; searchOrganization finds the id.',
  properties,
  type: organizationType,
  update: ({ id, organization: { custom_fields, label_ids, ...rest }, label_change }) => ({
    id,
    custom_fields,
    needsRecord: needsRecord(label_ids, label_change),
    body: before => ({
      ...organizationBody(rest),
      label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
    }),
  }),
})
