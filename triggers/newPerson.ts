import { trigger } from '../definitions/index.ts'
import { completePerson, PersonEvent } from './outputs.ts'
import { samplePersonEvent } from './samples.ts'
import { webhook } from './webhook.ts'

/** https://pipedrive.readme.io/docs/guide-for-webhooks-v2 */
export const newPerson = trigger({
  name: 'newPerson',
  title: 'New Person',
  description: 'Trigger off whenever a new person is added.',
  output: PersonEvent,
  sampleOutput: samplePersonEvent,
  ...webhook({ action: 'create', entity: 'person' }, completePerson),
})
