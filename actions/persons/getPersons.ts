import { InputError, integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import { both, personFields, startsWith, withValues } from '../../component/lists.ts'
import { personFilters, users } from '../../component/options/settings.ts'
import {
  includeLabels,
  personIncludeFields,
  updatedSince,
  updatedUntil,
} from '../../component/optionalFields.ts'
import { wantedCustomFields } from '../../component/customFields/property.ts'
import { whereFields } from '../../component/customFields/where.ts'
import { wholeSeconds } from '../../component/bodies.ts'
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
    const { filter_id, deal_id, updated_since, updated_until } = input
    if (filter_id !== undefined && deal_id !== undefined)
      throw new InputError('deal_id', 'can’t be combined with filter_id')
    const query = {
      ...(filter_id === undefined
        ? { owner_id: input.user_id, org_id: input.org_id, deal_id }
        : { filter_id }),
      ...sorting(input.sort, personFields).query,
      updated_since: wholeSeconds(updated_since),
      updated_until: wholeSeconds(updated_until),
      include_fields: input.include_fields,
      include_labels: input.include_labels || undefined,
    }
    return page('/api/v2/persons', { ...position, query, row: PersonRecord })
  },
  keep: ({ first_char, filter_id, user_id, org_id }) =>
    both(
      startsWith(first_char),
      filter_id === undefined ? undefined : withValues({ owner_id: user_id, org_id }),
    ),
  transform: ({ sort }) => sortRows(sorting(sort, personFields)),
  narrow: ({ custom_fields }) => whereFields('person', custom_fields),
  hydrate: (rows, memory) => toPersons(rows, { inPlace: true, memory }),
})
