import { trigger } from '../definitions/index.ts'
import { completeOrganization, OrganizationEvent } from './outputs.ts'
import { sampleOrganizationEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const newOrganization = trigger({
  name: 'newOrganization',
  title: 'New Organization',
  description: 'Trigger off whenever a new organization is added.',
  output: OrganizationEvent,
  sampleOutput: sampleOrganizationEvent,
  ...webhook({ action: 'create', entity: 'organization' }, completeOrganization),
})
