import { trigger } from '../definitions/index.ts'
import { completePerson, PersonChangeEvent } from './outputs.ts'
import { samplePersonEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const updatedPerson = trigger({
  name: 'updatedPerson',
  title: 'Updated Person',
  description: 'Trigger off whenever an existing person is updated.',
  output: PersonChangeEvent,
  sampleOutput: samplePersonEvent,
  ...webhook({ action: 'change', entity: 'person' }, completePerson),
})
