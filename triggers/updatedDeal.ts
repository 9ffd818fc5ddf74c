import { trigger } from '../definitions/index.ts'
import { completeDeal, DealChangeEvent } from './outputs.ts'
import { sampleDealEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const updatedDeal = trigger({
  name: 'updatedDeal',
  title: 'Updated Deal',
  description: 'Trigger off whenever an existing deal is updated.',
  output: DealChangeEvent,
  sampleOutput: sampleDealEvent,
  ...webhook({ action: 'change', entity: 'deal' }, completeDeal),
})
