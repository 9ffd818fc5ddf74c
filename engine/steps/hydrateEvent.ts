import type { Trigger, WebhookEvent } from '../../definitions/index.ts'
import { outputWarnings } from '../input/validate.ts'
import { measure, type StepResult } from './result.ts'
import { openMeter } from './runStep.ts'

/** From a delivered event to the trigger's declared output, with what that has cost. */
export const hydrateEvent = async (
  trigger: Trigger,
  event: WebhookEvent,
  options: Parameters<typeof openMeter>[0],
): Promise<StepResult> => {
  const { meter, run } = openMeter(options)
  return measure(meter, async () => {
    const validators = await options.client.validators(trigger.name)
    const output = await run(trigger.hydrate(event))
    return { output, warnings: outputWarnings(validators, output) }
  })
}
