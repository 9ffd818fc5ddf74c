import { action, string } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { get } from '../../component/api.ts'
import { uuid } from '../../component/sharedProperties.ts'
import { leads } from '../../component/options/records.ts'
import { single, toLeads } from '../../component/toOutput.ts'
import { sampleLead } from '../../component/samples.ts'
import { Lead } from '../../component/outputSchemas.ts'
import { LeadRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#getLead */
export const getLeadDetails = action({
  name: 'getLeadDetails',
  title: 'Get lead details',
  description: 'Returns details of a specific lead. ',
  agentHint: 'Reads one lead whose id is known; searchLeads finds the id.',
  effect: 'read',
  properties: {
    id: string({
      label: 'Lead',
      required: true,
      optionsDataSource: leads,
      regex: uuid,
      patternMessage: 'the id of a lead',
    }),
  },
  output: inBody({ data: { ...Lead, required: true } }),
  sampleOutput: { body: { data: sampleLead } },
  *perform({ id }) {
    const lead = yield* get('/api/v1/leads/{id}', { params: { id }, returns: LeadRecord })
    return { body: { data: yield* single(toLeads([lead])) } }
  },
})
