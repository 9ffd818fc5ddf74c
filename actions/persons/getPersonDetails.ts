import { action, integer } from '../../definitions/index.ts'
import { personIncludeFields, includeLabels } from '../../component/optionalFields.ts'
import { inBody } from '../../component/listActions.ts'
import { get } from '../../component/api.ts'
import { persons } from '../../component/options/records.ts'
import { toPersons, single } from '../../component/toOutput.ts'
import { samplePerson } from '../../component/samples.ts'
import { Person } from '../../component/outputSchemas.ts'
import { PersonRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#getPerson */
export const getPersonDetails = action({
  name: 'getPersonDetails',
  title: 'Get details of a person',
  description: 'Returns the details of a person.',
  agentHint:
    'Reads one person whose id is known, with all phones and e-mails; searchPersons finds the id.',
  effect: 'read',
  properties: {
    id: integer({
      label: 'Person',
      description: 'Person to get details',
      required: true,
      optionsDataSource: persons,
      minValue: 1,
    }),
    include_fields: personIncludeFields,
    include_labels: includeLabels,
  },
  output: inBody({ data: { ...Person, required: true } }),
  sampleOutput: { body: { data: samplePerson } },
  *perform({ id, ...query }) {
    const person = yield* get('/api/v2/persons/{id}', {
      params: { id },
      query,
      returns: PersonRecord,
    })
    return { body: { data: yield* single(toPersons([person])) } }
  },
})
