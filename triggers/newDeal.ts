import { trigger } from '../definitions/index.ts'
import { completeDeal, DealEvent } from './outputs.ts'
import { sampleDealEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const newDeal = trigger({
  name: 'newDeal',
  title: 'New Deal',
  description: 'Trigger off whenever a new deal is added.',
  output: DealEvent,
  sampleOutput: sampleDealEvent,
  ...webhook({ action: 'create', entity: 'deal' }, completeDeal),
})
