import { pipedrive } from '../../../component/index.ts'
import { describe } from './describe.ts'
import { eventProperties } from './events.ts'

export { execute } from './run.ts'
export { listSearch, loadOptions } from './choices.ts'
export { webhook, webhookMethods } from './trigger.ts'
export { completeEvent } from './completeEvent.ts'
export { credentialName } from './send.ts'
export const actionProperties = () => describe(pipedrive)
export const triggerProperties = () => eventProperties(pipedrive)
