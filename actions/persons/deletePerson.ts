import { action, integer } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { del } from '../../component/api.ts'
import { persons } from '../../component/options/records.ts'
import { Deleted } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Persons#deletePerson */
export const deletePerson = action({
  name: 'deletePerson',
  title: 'Delete person',
  description: 'Marks a person as deleted. After 30 days, the person will be permanently deleted.',
  agentHint: 'Deletes a person for good after 30 days; their deals stay, without the person.',
  effect: 'delete',
  properties: {
    id: integer({
      label: 'Person',
      description: 'Person to delete',
      required: true,
      optionsDataSource: persons,
      minValue: 1,
    }),
  },
  output: inBody({ data: { ...Deleted, required: true } }),
  sampleOutput: { body: { data: { id: 17 } } },
  *perform({ id }) {
    const deleted = yield* del('/api/v2/persons/{id}', { params: { id }, returns: Deleted })
    return { body: { data: deleted } }
  },
})
