import { action, integer } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { del } from '../../component/api.ts'
import { organizations } from '../../component/options/records.ts'
import { Deleted } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Organizations#deleteOrganization */
export const deleteOrganization = action({
  name: 'deleteOrganization',
  title: 'Delete an organization',
  description:
    'Marks an organization as deleted. After 30 days, the organization will be permanently deleted.',
  agentHint:
    'Deletes an organization for good after 30 days; its persons and deals stay, without the organization.',
  effect: 'delete',
  properties: {
    id: integer({
      label: 'Organization',
      description: 'Organization to delete',
      required: true,
      optionsDataSource: organizations,
      minValue: 1,
    }),
  },
  output: inBody({ data: { ...Deleted, required: true } }),
  sampleOutput: { body: { data: { id: 5 } } },
  *perform({ id }) {
    const deleted = yield* del('/api/v2/organizations/{id}', { params: { id }, returns: Deleted })
    return { body: { data: deleted } }
  },
})
