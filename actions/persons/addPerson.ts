import { action, object, required, type OutputOf } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { findCreated, newest } from '../../component/findExisting.ts'
import { addTime } from '../../component/properties/parts.ts'
import { personProperties } from '../../component/properties/person.ts'
import { personBody } from '../../component/bodies.ts'
import { toPersons, single } from '../../component/toOutput.ts'
import { samplePerson } from '../../component/samples.ts'
import { Person } from '../../component/outputSchemas.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#addPerson */
export const addPerson = action({
  name: 'addPerson',
  title: 'Add person',
  description: 'Adds a new person.',
  agentHint:
    'Adds a person each time it is called: search by e-mail with searchPersons first, as Pipedrive keeps duplicates.',
  effect: 'create',
  properties: {
    person: object({
      label: 'Person',
      required: true,
      properties: {
        ...personProperties,
        name: required(personProperties.name),
        add_time: addTime,
        custom_fields: newCustomFields('person'),
      },
    }),
  },
  output: inBody({ data: { ...Person, required: true } }),
  sampleOutput: { body: { data: samplePerson } },
  *perform({ person: { custom_fields: given, ...person } }) {
    const where = { kind: 'person', path: 'person.custom_fields' } as const
    const fields = yield* customFieldsMember(given, where)
    const body = { ...personBody(person), ...fields }
    return yield* shown(yield* post('/api/v2/persons', { body, returns: PersonRecord }))
  },
  findExisting: ({ person }, lost) =>
    findCreated(lost, {
      owner: person.owner_id,
      name: person.name,
      newest: newest('/api/v2/persons', PersonRecord),
      hydrate: shown,
    }),
})

function* shown(person: OutputOf<typeof PersonRecord>) {
  return { body: { data: yield* single(toPersons([person], { afterWrite: true })) } }
}
