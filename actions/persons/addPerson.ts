import {
  action,
  array,
  boolean,
  integer,
  object,
  string,
  type OutputOf,
} from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { findCreated, newest } from '../../component/findExisting.ts'
import { owner } from '../../component/sharedProperties.ts'
import { organizations } from '../../component/options/records.ts'
import { toPersons, single } from '../../component/toOutput.ts'
import { samplePerson } from '../../component/samples.ts'
import { Person } from '../../component/outputSchemas.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'

const contact = <const Kind extends string>(label: string, kinds: readonly Kind[]) =>
  object({
    properties: {
      value: string({ label, required: true, minLength: 1 }),
      primary: boolean({ label: 'Primary' }),
      label: string({ label: 'Type', options: kinds }),
    },
  })

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
        name: string({ label: 'Name', required: true, minLength: 1 }),
        owner_id: owner,
        org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
        email: array({
          label: 'Email',
          placeholder: 'Add to Email',
          items: contact('Email Address', ['work', 'home', 'other']),
        }),
        phone: array({
          label: 'Phone',
          placeholder: 'Add to Phone',
          items: contact('Phone Number', ['work', 'home', 'mobile', 'other']),
        }),
        custom_fields: newCustomFields('person'),
      },
    }),
  },
  output: inBody({ data: { ...Person, required: true } }),
  sampleOutput: { body: { data: samplePerson } },
  *perform({ person: { email, phone, custom_fields: given, ...person } }) {
    const where = { kind: 'person', path: 'person.custom_fields' } as const
    const fields = yield* customFieldsMember(given, where)
    const body = { ...person, emails: email, phones: phone, ...fields }
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
