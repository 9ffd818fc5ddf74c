import { memberAt, type Action, type ListLocation } from '../../../definitions/index.ts'
import {
  checkInput,
  resolve,
  runStep,
  type Outputs,
  type StepResult,
} from '../../../engine/index.ts'
import { oneEvent, type Receiver } from '../../../runtime/webhooks/index.ts'
import type { Client } from '../../../runtime/index.ts'
import type { TestLine } from '../../api/index.ts'
import type { Testable } from './node.ts'
import { runTrigger } from './trigger.ts'
import { requestView } from '../requestView.ts'
import { endedStep, runningStep } from './view.ts'

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
    const { count, truncated } = rowsIn(action.list, result.output)
    say({ type: 'rows', name, rows: count })
    if (short && truncated) say({ type: 'cut', name, rows: count })
  }
  const input = await checkedInput(client, action, given, outputs)
  say({ type: 'step', step: endedStep(named, result, input) })
  return result
}

const checkedInput = async (client: Client, action: Action, given: unknown, outputs: Outputs) => {
  try {
    return checkInput(action, given, await client.validators(action.name), outputs)
  } catch {
    return undefined
  }
}

/** What is no number is left for the check of the input. */
const isAbove = (most: number, limit: unknown, outputs: Outputs): boolean => {
  try {
    return Number(resolve(limit, outputs) ?? Infinity) > most
  } catch {
    return false
  }
}

const rowsIn = (list: ListLocation, output: unknown) => {
  const rows = memberAt(output, list.rows)
  return {
    count: Array.isArray(rows) ? rows.length : 0,
    truncated: memberAt(output, list.truncated) === true,
  }
}
