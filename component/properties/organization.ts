import { array, integer, object, required, string } from '../../definitions/index.ts'
import { newCustomFields } from '../customFields/property.ts'
import { industries, organizationLabels } from '../options/fieldOptions.ts'
import { owner } from '../sharedProperties.ts'
import { addTime, address, visibleTo } from './parts.ts'

/** What can be said of an organization, new or not. https://developers.pipedrive.com/docs/api/v1/Organizations */
export const organizationProperties = {
  name: string({ label: 'Name', minLength: 1 }),
  owner_id: owner,
  address: address({ label: 'Address' }),
  website: string({ label: 'Website' }),
  linkedin: string({ label: 'LinkedIn', description: 'The address of its page.' }),
  industry: integer({ label: 'Industry', optionsDataSource: industries }),
  annual_revenue: integer({ label: 'Annual Revenue' }),
  employee_count: integer({ label: 'Employee Count', minValue: 0 }),
  label_ids: array({
    label: 'Labels',
    placeholder: 'Add to Labels',
    items: integer({ optionsDataSource: organizationLabels }),
  }),
  visible_to: visibleTo,
}

/** The form of a new one. */
export const newOrganization = object({
  label: 'Organization',
  required: true,
  properties: {
    ...organizationProperties,
    name: required(organizationProperties.name),
    add_time: addTime,
    custom_fields: newCustomFields('organization'),
  },
})
