import { integer, member, nullable, object } from '../../definitions/index.ts'
import { personBody } from '../../component/bodies.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import {
  changedContacts,
  changedIds,
  isSameEmail,
  isSamePhone,
  listChange,
  needsRecord,
} from '../../component/listChanges.ts'
import { persons } from '../../component/options/records.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { personProperties } from '../../component/properties/person.ts'
import { personType } from '../../component/recordTypes.ts'
import { updateAction } from '../../component/updateAction.ts'

const properties = {
  id: integer({ label: 'Person', required: true, optionsDataSource: persons, minValue: 1 }),
  person: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...personProperties,
      email: nullable(personProperties.email),
      phone: nullable(personProperties.phone),
      custom_fields: changedCustomFields('person'),
      label_ids: nullable(personProperties.label_ids),
    },
  }),
  email_change: listChange('Email', 'person.email'),
  phone_change: listChange('Phone', 'person.phone'),
  label_change: listChange('Labels', 'person.label_ids'),
}

/** https://developers.pipedrive.com/docs/api/v1/Persons#updatePerson */
export const updatePerson = updateAction({
  name: 'updatePerson',
  title: 'Update person',
  description: 'Changes a person.',
  agentHint: 'Changes only what is given of one person; null clears; searchPersons finds the id.',
  properties,
  type: personType,
  update({ id, person: { custom_fields, label_ids, email, phone, ...rest }, ...changes }) {
    const { email_change, phone_change, label_change } = changes
    return {
      id,
      custom_fields,
      needsRecord:
        needsRecord(email, email_change) ||
        needsRecord(phone, phone_change) ||
        needsRecord(label_ids, label_change),
      body: before => ({
        ...personBody(rest),
        emails: changedContacts(member(before, 'emails'), email, email_change, isSameEmail),
        phones: changedContacts(member(before, 'phones'), phone, phone_change, isSamePhone),
        label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
      }),
    }
  },
})
