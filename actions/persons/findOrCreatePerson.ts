import { byName } from '../../component/findBy.ts'
import { byEmail, byPhone } from '../../component/findByContact.ts'
import { findOrCreateAction, findProperties } from '../../component/findOrCreateAction.ts'
import { addedPerson } from '../../component/newRecords.ts'
import { newPerson } from '../../component/properties/person.ts'
import { personType } from '../../component/recordTypes.ts'

const eachContact =
  ' Each e-mail or phone is looked for, 5 at most; a phone as spelt, in groups, with a space after the country code, or without spaces.'

/** https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons */
export const findOrCreatePerson = findOrCreateAction({
  name: 'findOrCreatePerson',
  title: 'Find or create person',
  description:
    'Finds a person by an exact value, or adds the person. One who is found stays as is.',
  agentHint:
    'Adds a person only where none has the e-mail, phone, name or custom field; updatePerson changes one who was found.',
  properties: {
    ...findProperties(['email', 'phone', 'name', 'custom_field'], 'email', eachContact),
    person: newPerson,
  },
  type: personType,
  wanted: ({ match_by, person, ...rest }) => ({
    ...rest,
    by: {
      email: byEmail('person.email', person.email),
      phone: byPhone('person.phone', person.phone),
      name: byName('person.name', 'name', person.name),
      custom_field: undefined,
    }[match_by],
    record: addedPerson(person),
  }),
})
