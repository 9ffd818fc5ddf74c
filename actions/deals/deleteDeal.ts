import { action, integer } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { del } from '../../component/api.ts'
import { deals } from '../../component/options/records.ts'
import { Deleted } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#deleteDeal */
export const deleteDeal = action({
  name: 'deleteDeal',
  title: 'Delete deal',
  description: 'Marks a deal as deleted. After 30 days, the deal will be permanently deleted.',
  agentHint:
    'Deletes a deal for good after 30 days; a deal that was not won is not deleted but gets the status lost.',
  effect: 'delete',
  properties: {
    id: integer({
      label: 'Deal',
      description: 'Deal to delete',
      required: true,
      optionsDataSource: deals,
      minValue: 1,
    }),
  },
  output: inBody({ data: { ...Deleted, required: true } }),
  sampleOutput: { body: { data: { id: 42 } } },
  *perform({ id }) {
    return {
      body: { data: yield* del('/api/v2/deals/{id}', { params: { id }, returns: Deleted }) },
    }
  },
})
