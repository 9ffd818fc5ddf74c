import { InputError, integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import {
  both,
  listQuery,
  personFields,
  startsWith,
  withValues,
  type ListInput,
} from '../../component/lists.ts'
import { personFilters, users } from '../../component/options/settings.ts'
import {
  includeLabels,
  personIncludeFields,
  updatedSince,
  updatedUntil,
} from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereFields } from '../../component/customFields/where.ts'
import { deals, organizations } from '../../component/options/records.ts'
import { toPersons } from '../../component/toOutput.ts'
import { samplePerson } from '../../component/samples.ts'
import { Person } from '../../component/outputSchemas.ts'
import { sorting, sortRows } from '../../component/sort.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#getPersons */
export const getPersons = listAction({
  name: 'getPersons',
  title: 'Get persons',
  description: 'Returns all persons.',
  agentHint:
    'Lists persons, by owner, first letter or a saved filter; to find one by name, e-mail or phone use searchPersons.',
  properties: {
    user_id: integer({
      label: 'Owner',
      description:
        'Persons owned by the given user will be returned. Together with `filter_id`, persons must match both.',
      optionsDataSource: users,
      minValue: 1,
    }),
    filter_id: integer({
      label: 'Filter',
      description: 'Filter to use.',
      optionsDataSource: personFilters,
      minValue: 1,
    }),
    first_char: firstCharacters('Persons'),
    sort,
    org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
    deal_id: integer({
      label: 'Deal',
      description: 'Persons of this deal; it can’t be combined with a filter.',
      optionsDataSource: deals,
      minValue: 1,
    }),
    updated_since: updatedSince,
    updated_until: updatedUntil,
    include_fields: personIncludeFields,
    include_labels: includeLabels,
    custom_fields: wantedCustomFields('person'),
  },
  row: Person,
  sampleOutput: { body: { data: [samplePerson] } },
  page(input, position) {
    if (input.filter_id !== undefined && input.deal_id !== undefined)
      throw new InputError('deal_id', 'can’t be combined with filter_id')
    const { path, ...list } = listOf(input)
    return page(path, { ...position, ...list })
  },
  keep: ({ first_char, filter_id, user_id, org_id }) =>
    both(
      startsWith(first_char),
      filter_id === undefined ? undefined : withValues({ owner_id: user_id, org_id }),
    ),
  transform: ({ sort }) => sortRows(sorting(sort, personFields)),
  narrow: input =>
    whereFields(
      'person',
      input.custom_fields,
      input.filter_id === undefined ? listOf(input) : undefined,
    ),
  hydrate: (rows, memory) => toPersons(rows, { inPlace: true, memory }),
})

interface Asked extends ListInput {
  readonly user_id?: number
  readonly org_id?: number
  readonly deal_id?: number
}

const listOf = ({ user_id, org_id, deal_id, ...rest }: Asked) => ({
  path: '/api/v2/persons' as const,
  query: listQuery(rest, personFields, { owner_id: user_id, org_id, deal_id }),
  row: PersonRecord,
})
