import { integer } from '../../definitions/index.ts'
import { listAction } from '../../component/listActions.ts'
import { page } from '../../component/api.ts'
import { firstCharacters, sort } from '../../component/sharedProperties.ts'
import { personFields, filterAndSort } from '../../component/lists.ts'
import { personFilters, users } from '../../component/options/settings.ts'
import { toPersons } from '../../component/toOutput.ts'
import { samplePerson } from '../../component/samples.ts'
import { Person } from '../../component/outputSchemas.ts'
import { sorting } from '../../component/sort.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#getPersons */
export const getPersons = listAction({
  name: 'getPersons',
  title: 'Get persons',
  description: 'Returns all persons.',
  properties: {
    user_id: integer({
      label: 'Owner',
      description:
        'Persons owned by the given user will be returned. However, `filter_id` takes precedence over `user_id` when both are supplied.',
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
    const query = { owner_id: user_id, filter_id, ...sorting(sort, personFields).query }
    return page('/api/v2/persons', { ...position, query, row: PersonRecord })
  },
  transform: ({ first_char, sort }) => filterAndSort(first_char, sorting(sort, personFields)),
  hydrate: rows => toPersons(rows),
})
