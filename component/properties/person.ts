import { array, date, integer, object, required, string } from '../../definitions/index.ts'
import { newCustomFields } from '../customFields/property.ts'
import { personLabels } from '../options/fieldOptions.ts'
import { organizations } from '../options/records.ts'
import { owner } from '../sharedProperties.ts'
import { addTime, address, email, messenger, needsContactSync, phone, visibleTo } from './parts.ts'

/** What can be said of a person, new or not. https://developers.pipedrive.com/docs/api/v1/Persons */
export const personProperties = {
  name: string({ label: 'Name', minLength: 1 }),
  owner_id: owner,
  org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
  email,
  phone,
  label_ids: array({
    label: 'Labels',
    placeholder: 'Add to Labels',
    items: integer({ optionsDataSource: personLabels }),
  }),
  visible_to: visibleTo,
  job_title: string({ label: 'Job Title', description: needsContactSync }),
  birthday: date({ label: 'Birthday', description: needsContactSync }),
  notes: string({ label: 'Notes', description: needsContactSync, maxLength: 10_000 }),
  postal_address: address({ label: 'Postal Address', description: needsContactSync }),
  im: messenger,
  marketing_status: string({
    label: 'Marketing Status',
    description: 'Needs Campaigns in Pipedrive, which lets it be changed once.',
    options: ['no_consent', 'unsubscribed', 'subscribed', 'archived'],
  }),
}

/** The form of a new one. */
export const newPerson = object({
  label: 'Person',
  required: true,
  properties: {
    ...personProperties,
    name: required(personProperties.name),
    add_time: addTime,
    custom_fields: newCustomFields('person'),
  },
})
