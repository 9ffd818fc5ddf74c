import { integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/pages.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import { both, personFields, startsWith, withValues } from '../../component/lists.ts'
import { personFilters, users } from '../../component/options/settings.ts'
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
  },
  row: Person,
  sampleOutput: { body: { data: [samplePerson] } },
  page({ user_id, filter_id, sort }, position) {
    const matching = filter_id === undefined ? { owner_id: user_id } : { filter_id }
    const query = { ...matching, ...sorting(sort, personFields).query }
    return page('/api/v2/persons', { ...position, query, row: PersonRecord })
  },
  keep: ({ first_char, filter_id, user_id }) =>
    both(
      startsWith(first_char),
      filter_id === undefined ? undefined : withValues({ owner_id: user_id }),
    ),
  transform: ({ sort }) => sortRows(sorting(sort, personFields)),
  hydrate: (rows, memory) => toPersons(rows, { inPlace: true, memory }),
})
