import { trigger } from '../definitions/index.ts'
import { completeDeal, DealEvent } from './outputs.ts'
import { sampleDealEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const updatedDeal = trigger({
  name: 'updatedDeal',
  title: 'Updated Deal',
  description: 'Trigger off whenever an existing deal is updated.',
  output: DealEvent,
  sampleOutput: sampleDealEvent,
  ...webhook({ action: 'change', entity: 'deal' }, completeDeal),
})
