import type { Trigger, WebhookEvent } from '../../definitions/index.ts'
import { outputWarnings } from '../input/validate.ts'
import { measure, type StepResult } from './result.ts'
import { failedLookups } from './failedLookups.ts'
import { openMeter, type StepOptions } from './runStep.ts'
import { deadline } from './timeout.ts'

/** From a delivered event to the trigger's declared output, with what that has cost. */
export const hydrateEvent = async (
  trigger: Trigger,
  event: WebhookEvent,
  { timeout, ...options }: Parameters<typeof openMeter>[0] & Pick<StepOptions, 'timeout'>,
): Promise<StepResult> => {
  const limit = deadline(options.client, timeout, options.signal)
  const { signal, remainingMs } = limit
  const { meter, run } = openMeter({ ...options, signal, remainingMs })
  return measure(meter, async () => {
    try {
      const validators = await options.client.validators(trigger.name)
      const output = await run(trigger.hydrate(event))
      const { requests } = meter.cost()
      const lookups = failedLookups(options.client.component, requests)
      return { output, warnings: [...outputWarnings(validators, output), ...lookups] }
    } finally {
      limit.end()
    }
  })
}
