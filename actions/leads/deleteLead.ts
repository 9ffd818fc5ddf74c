import { action, string } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { del } from '../../component/api.ts'
import { uuid } from '../../component/sharedProperties.ts'
import { leads } from '../../component/options/records.ts'
import { DeletedLead } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#deleteLead */
export const deleteLead = action({
  name: 'deleteLead',
  title: 'Delete lead',
  description: 'Deletes a specific lead.',
  agentHint: 'Deletes a lead at once and for good; look at it with getLeadDetails before.',
  effect: 'delete',
  properties: {
    id: string({
      label: 'Lead',
      description: 'The ID of the lead',
      required: true,
      optionsDataSource: leads,
      regex: uuid,
      patternMessage: 'the id of a lead',
    }),
  },
  output: inBody({ data: { ...DeletedLead, required: true } }),
  sampleOutput: { body: { data: { id: '0f3c8a52-6a1e-4c0b-9d6f-2f1f5a7c9e10' } } },
  *perform({ id }) {
    const deleted = yield* del('/api/v1/leads/{id}', { params: { id }, returns: DeletedLead })
    return { body: { data: deleted } }
  },
})
