import { InputError } from '../../../definitions/index.ts'
import { checkedInput, runStep, type Outputs, type Workflow } from '../../../runtime/index.ts'
import { causedEvent } from './event.ts'
import type { Test } from './test.ts'
import { runTrigger } from './trigger.ts'
import { endedStep, requestView, runningStep } from './view.ts'

const sources = ['cause', 'sample', 'last'] as const
export type EventSource = (typeof sources)[number]

export const eventSource = (given: string | null | undefined): EventSource => {
  const source = sources.find(known => known === (given ?? 'sample'))
  if (source) return source
  throw new InputError('event', `is not one of ${sources.join(', ')}`)
}

/** The event to run with; nothing where there is none, which has been said then. */
export const takeEvent = async (
  { name, operation }: NonNullable<Workflow['trigger']>,
  source: EventSource,
  samples: Outputs,
  { client, signal, say }: Test,
): Promise<{ readonly output: unknown } | undefined> => {
  const result = await runTrigger({ name, trigger: operation }, say, async () => {
    if (source === 'cause') return causedEvent(operation, { client, signal })
    if (source === 'sample') return { output: operation.sampleOutput, warnings: [] }
    if (Object.hasOwn(samples, name)) return { output: samples[name], warnings: [] }
    throw new InputError('event', 'no event has come yet', 'Test the trigger, or use its sample.')
  })
  return 'error' in result ? undefined : { output: result.output }
}

/** Runs all tasks in order and says how each goes; the answer is what they have put out. */
export const runTasks = async (
  { trigger, tasks }: Workflow,
  event: unknown,
  { client, signal, say }: Test,
): Promise<Outputs> => {
  let outputs: Outputs = trigger ? { [trigger.name]: event } : {}
  for (const { name, operation: action, parameters } of tasks) {
    const named = { name, operation: action.name }
    say({ type: 'step', step: runningStep(named) })
    const input = await checkedInput(action, parameters, outputs).catch(() => undefined)
    const result = await runStep(action, parameters, {
      client,
      signal,
      outputs,
      onRequest: record => say({ type: 'request', name, request: requestView(record) }),
    })
    say({ type: 'step', step: endedStep(named, result, input) })
    if ('error' in result) break
    outputs = { ...outputs, [name]: result.output }
  }
  return outputs
}
