import { trigger } from '../definitions/index.ts'
import { completeOrganization, OrganizationChangeEvent } from './outputs.ts'
import { sampleOrganizationEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const updatedOrganization = trigger({
  name: 'updatedOrganization',
  title: 'Updated Organization',
  description: 'Trigger off whenever an existing organization is updated.',
  output: OrganizationChangeEvent,
  sampleOutput: sampleOrganizationEvent,
  ...webhook({ action: 'change', entity: 'organization' }, completeOrganization),
})
