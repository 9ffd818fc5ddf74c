import type { Trigger } from '../../../definitions/index.ts'
import { asComponentError, type StepResult } from '../../../engine/index.ts'
import type { TriggerEvent } from '../../../runtime/webhooks/index.ts'
import type { TestLine } from '../../api/index.ts'
import { endedStep, runningStep } from './view.ts'

/** The first step of a workflow: an event is taken from wherever it comes. */
export const runTrigger = async (
  { name, trigger }: { readonly name: string; readonly trigger: Trigger },
  emit: (line: TestLine) => void,
  take: () => Promise<Pick<TriggerEvent, 'output' | 'warnings'>>,
): Promise<StepResult> => {
  const named = { name, operation: trigger.name }
  emit({ type: 'step', step: runningStep(named) })
  const start = performance.now()
  const cost = () => ({ requests: [], tokenCost: 0, ms: Math.round(performance.now() - start) })
  const attempt = async (): Promise<StepResult> => {
    try {
      const { output, warnings } = await take()
      return { output, warnings, ...cost() }
    } catch (error) {
      return { error: asComponentError(error), ...cost() }
    }
  }
  const result = await attempt()
  emit({ type: 'step', step: endedStep(named, result, undefined) })
  return result
}
