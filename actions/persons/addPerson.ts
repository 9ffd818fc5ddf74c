import { addAction } from '../../component/addAction.ts'
import { addedPerson } from '../../component/newRecords.ts'
import { newPerson } from '../../component/properties/person.ts'
import { personType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#addPerson */
export const addPerson = addAction({
  name: 'addPerson',
  title: 'Add person',
  description: 'Adds a new person.',
  agentHint:
    'Adds a person each time it is called, as Pipedrive keeps duplicates; findOrCreatePerson does so only where there is none.',
  properties: { person: newPerson },
  type: personType,
  add: ({ person }) => addedPerson(person),
})
