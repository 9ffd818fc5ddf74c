import { member, type Action } from '../../../definitions/index.ts'
import { checkedInput, oneEvent, resolve, runStep, type Client } from '../../../runtime/index.ts'
import type { Outputs, StepResult } from '../../../runtime/index.ts'
import type { Receiver } from '../../../runtime/store/index.ts'
import type { TestLine } from '../../api/index.ts'
import type { Testable } from './node.ts'
import { runTrigger } from './trigger.ts'
import { endedStep, requestView, runningStep } from './view.ts'

export interface Test {
  readonly client: Client
  /** Where deliveries arrive. */
  readonly receiver: Receiver
  readonly signal: AbortSignal
  readonly say: (line: TestLine) => void
}

/** Runs one node and says how it goes. Of a trigger it waits for one event. */
export const testNode = (
  node: Testable,
  test: Test,
  publicUrl: string | undefined,
): Promise<StepResult> => {
  if ('action' in node) return testAction(node, test)
  const { say, ...rest } = test
  const onListening = (webhookUrl: string) =>
    say({ type: 'listening', name: node.name, webhookUrl })
  return runTrigger(node, say, () => oneEvent(node.trigger, { ...rest, publicUrl, onListening }))
}

/** A test of a list is for seeing what its rows are like. */
const mostRows = 100

const testAction = async (
  { name, action, parameters, outputs }: Extract<Testable, { action: Action }>,
  { client, signal, say }: Test,
): Promise<StepResult> => {
  const named = { name, operation: action.name }
  say({ type: 'step', step: runningStep(named) })
  const short = action.list !== undefined && isAbove(mostRows, parameters['limit'], outputs)
  const given = short ? { ...parameters, limit: mostRows } : parameters
  const result = await runStep(action, given, {
    client,
    signal,
    outputs,
    onRequest: record => say({ type: 'request', name, request: requestView(record) }),
  })
  if (action.list && !('error' in result)) {
    const { count, truncated } = rowsIn(result.output)
    say({ type: 'rows', name, rows: count })
    if (short && truncated) say({ type: 'cut', name, rows: count })
  }
  const input = await checkedInput(action, given, outputs).catch(() => undefined)
  say({ type: 'step', step: endedStep(named, result, input) })
  return result
}

/** What is no number is left for the check of the input. */
const isAbove = (most: number, limit: unknown, outputs: Outputs): boolean => {
  try {
    return Number(resolve(limit, outputs) ?? Infinity) > most
  } catch {
    return false
  }
}

/** Rows of a list stand in `body.data`, those of a search in `body.data.items`. */
const rowsIn = (output: unknown) => {
  const body = member(output, 'body')
  const data = member(body, 'data')
  const rows = Array.isArray(data) ? data : member(data, 'items')
  return {
    count: Array.isArray(rows) ? rows.length : 0,
    truncated: member(member(body, 'additional_data'), 'truncated') === true,
  }
}
