import { action, object, required, string, type OutputOf } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { pageV1 } from '../../component/pages.ts'
import { readCustomFields } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { toV1Fields } from '../../component/customFields/v1.ts'
import { findCreated } from '../../component/findExisting.ts'
import { leadProperties } from '../../component/properties/lead.ts'
import { single, toLeads } from '../../component/toOutput.ts'
import { sampleLead } from '../../component/samples.ts'
import { Lead } from '../../component/outputSchemas.ts'
import { LeadRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#addLead */
export const addLead = action({
  name: 'addLead',
  title: 'Add lead',
  description:
    'Creates a lead. A lead always has to be linked to a person or an organization or both.',
  agentHint:
    'Adds a lead, which is a request that is not qualified yet, each time it is called: search with searchLeads first; its person or organization must be there, see searchPersons and addPerson.',
  effect: 'create',
  properties: {
    lead: object({
      label: 'Lead',
      required: true,
      properties: {
        ...leadProperties,
        title: required(leadProperties.title),
        origin_id: string({
          label: 'Origin Id',
          description: 'What the lead is called where it comes from.',
        }),
        custom_fields: newCustomFields('deal'),
      },
    }),
  },
  anyOf: [['lead.person_id'], ['lead.organization_id']],
  output: inBody({ data: { ...Lead, required: true } }),
  sampleOutput: { body: { data: sampleLead } },
  *perform({ lead: { custom_fields: given, ...lead } }) {
    const fields = yield* readCustomFields(given, { kind: 'deal', path: 'lead.custom_fields' })
    const body = { ...lead, ...toV1Fields(fields) }
    return yield* shown(yield* post('/api/v1/leads', { body, returns: LeadRecord }))
  },
  findExisting: ({ lead }, lost) =>
    findCreated(lost, {
      owner: lead.owner_id,
      name: lead.title,
      newest: (owner_id, position) =>
        pageV1('/api/v1/leads', {
          ...position,
          query: { owner_id, sort: 'add_time DESC' },
          row: LeadRecord,
        }),
      hydrate: shown,
    }),
})

function* shown(lead: OutputOf<typeof LeadRecord>) {
  return { body: { data: yield* single(toLeads([lead])) } }
}
