import { memberAt, type Action, type ListLocation } from '../../../definitions/index.ts'
import {
  checkInput,
  resolve,
  runStep,
  type Outputs,
  type StepResult,
} from '../../../engine/index.ts'
import { waitForEvent, type Receiver } from '../../../runtime/webhooks/index.ts'
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
  readonly emit: (line: TestLine) => void
}

/** Runs one node and says how it goes. Of a trigger it waits for one event. */
export const testNode = (
  node: Testable,
  test: Test,
  publicUrl: string | undefined,
): Promise<StepResult> => {
  if ('action' in node) return testAction(node, test)
  const { emit, ...rest } = test
  const onListening = (webhookUrl: string) =>
    emit({ type: 'listening', name: node.name, webhookUrl })
  return runTrigger(node, emit, () =>
    waitForEvent(node.trigger, { ...rest, publicUrl, onListening }),
  )
}

/** A test of a list is for seeing what its rows are like. */
const maxTestRows = 100

const testAction = async (
  { name, action, parameters, outputs, bound }: Extract<Testable, { action: Action }>,
  { client, signal, emit }: Test,
): Promise<StepResult> => {
  const named = { name, operation: action.name }
  emit({ type: 'step', step: runningStep(named) })
  const short = action.list !== undefined && isAbove(maxTestRows, parameters['limit'], outputs)
  const given = short ? { ...parameters, limit: maxTestRows } : parameters
  const result = await runStep(action, given, {
    client,
    signal,
    outputs,
    bound,
    onRequest: record => emit({ type: 'request', name, request: requestView(record) }),
  })
  if (action.list && !('error' in result)) {
    const { count, truncated } = rowsIn(action.list, result.output)
    emit({ type: 'rows', name, rows: count })
    if (short && truncated) emit({ type: 'cut', name, rows: count })
  }
  const input = await checkedInput(client, action, given, outputs)
  emit({ type: 'step', step: endedStep(named, result, input) })
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
