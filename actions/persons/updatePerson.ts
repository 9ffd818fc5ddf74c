import {
  action,
  integer,
  member,
  nullable,
  object,
  type Input,
  type OutputOf,
} from '../../definitions/index.ts'
import { get, patch } from '../../component/api.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'
import { personBody } from '../../component/bodies.ts'
import { customFieldsIn } from '../../component/customFields/current.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { findUpdated } from '../../component/findUpdated.ts'
import { inBody } from '../../component/listActions.ts'
import {
  changedContacts,
  changedIds,
  isSameEmail,
  isSamePhone,
  listChange,
  needsRecord,
  requireChange,
} from '../../component/listChanges.ts'
import { persons } from '../../component/options/records.ts'
import { Person } from '../../component/outputSchemas.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { personProperties } from '../../component/properties/person.ts'
import { samplePerson } from '../../component/samples.ts'
import { single, toPersons } from '../../component/toOutput.ts'

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
  email_change: listChange('Email'),
  phone_change: listChange('Phone'),
  label_change: listChange('Labels'),
}
type Update = Input<typeof properties>

/** https://developers.pipedrive.com/docs/api/v1/Persons#updatePerson */
export const updatePerson = action({
  name: 'updatePerson',
  title: 'Update person',
  description: 'Changes a person.',
  agentHint:
    'Changes only what is given, of the person with this id: get the id from searchPersons first. Null clears; lists are added to unless their change says replace or remove.',
  effect: 'update',
  properties,
  output: inBody({ data: { ...Person, required: true } }),
  sampleOutput: { body: { data: samplePerson } },
  serializeBy: ({ id }) => `person ${id}`,
  *perform(input) {
    const { id } = input
    const body = yield* bodyOf(input)
    requireChange('person', body)
    return yield* shown(
      yield* patch('/api/v2/persons/{id}', { params: { id }, body, returns: PersonRecord }),
    )
  },
  *findExisting(input) {
    const record = yield* read(input.id)
    return yield* findUpdated(yield* bodyOf(input, record), record, shown)
  },
})

const read = (id: number) => get('/api/v2/persons/{id}', { params: { id }, returns: PersonRecord })

const changesLists = ({ person, email_change, phone_change, label_change }: Update) =>
  needsRecord(person.email, email_change) ||
  needsRecord(person.phone, phone_change) ||
  needsRecord(person.label_ids, label_change)

/** Reads the record only where what it has is needed. */
function* bodyOf(input: Input<typeof properties>, known?: OutputOf<typeof PersonRecord>) {
  const { id, label_change } = input
  const { custom_fields, label_ids, email, phone, ...rest } = input.person
  const before = known ?? (changesLists(input) ? yield* read(id) : undefined)
  const fields = yield* customFieldsMember(custom_fields, {
    kind: 'person',
    path: 'person.custom_fields',
    *current() {
      return customFieldsIn(before ?? (yield* read(id)))
    },
  })
  return {
    ...personBody(rest),
    ...fields,
    emails: changedContacts(before?.emails, email, input.email_change, isSameEmail),
    phones: changedContacts(before?.phones, phone, input.phone_change, isSamePhone),
    label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
  }
}

function* shown(person: OutputOf<typeof PersonRecord>) {
  return { body: { data: yield* single(toPersons([person], { afterWrite: true })) } }
}
