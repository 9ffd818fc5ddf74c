import { object, required, string } from '../../definitions/index.ts'
import { addAction } from '../../component/addAction.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { leadProperties } from '../../component/properties/lead.ts'
import { leadType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Leads#addLead */
export const addLead = addAction({
  name: 'addLead',
  title: 'Add lead',
  description:
    'Creates a lead. A lead always has to be linked to a person or an organization or both.',
  agentHint:
    'Adds a lead, which is a request that is not qualified yet, each time it is called; search with searchLeads first; its person or organization must be there; searchPersons finds a person; addPerson adds one.',
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
  type: leadType,
  add: ({ lead: { custom_fields, ...lead } }) => ({
    custom_fields,
    body: lead,
    owner: lead.owner_id,
    name: lead.title,
  }),
})
