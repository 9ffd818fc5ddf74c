import { integer } from '../../definitions/index.ts'
import { searchAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import {
  exactMatch,
  fields,
  includeFields,
  searchLimit,
  term,
} from '../../component/sharedProperties.ts'
import { organizations } from '../../component/options/records.ts'
import { samplePerson } from '../../component/samples.ts'
import { toPersonItems } from '../../component/searchToOutput.ts'
import { Person } from '../../component/outputSchemas.ts'
import { PersonHit } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons */
export const searchPersons = searchAction({
  name: 'searchPersons',
  title: 'Search persons',
  description: 'Searches all persons by name, email, phone, notes and/or custom fields.',
  agentHint:
    'Finds persons by name, e-mail, phone, notes or custom fields; a common name has many hits, an e-mail with exact_match has one.',
  properties: {
    term,
    fields: fields(['custom_fields', 'email', 'notes', 'phone', 'name']),
    exact_match: exactMatch,
    organization_id: integer({
      label: 'Organization',
      description:
        'Will filter persons by the provided organization. Pipedrive finds 2000 at most.',
      optionsDataSource: organizations,
      minValue: 1,
    }),
    include_fields: includeFields(['person.picture']),
  },
  row: Person,
  sampleOutput: { body: { data: { items: [samplePerson] } } },
  page: ({ limit: _limit, ...query }, position) =>
    page('/api/v2/persons/search', { ...position, query, row: PersonHit }),
  maxRows: ({ organization_id }) => searchLimit(organization_id),
  hydrate: toPersonItems,
})
