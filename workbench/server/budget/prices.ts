import type { Component, OperationCall } from '../../../definitions/index.ts'
import type { StepRun } from '../../../runtime/store/index.ts'
import type { NodeJson, SharedCall, StepForecast } from '../../api/index.ts'

const dayMs = 24 * 3_600_000

export interface Price {
  readonly step: StepForecast
  readonly shared: readonly SharedCall[]
}

const keyOf = ({ method, path }: Pick<OperationCall, 'method' | 'path'>) => `${method} ${path}`

/** What a step costs: as it has cost so far, or else by its definition with all links. */
export const priceOf = (
  component: Component,
  { name, parameters }: NodeJson,
  operation: string,
  past: readonly StepRun[],
): Price => {
  const { budget, tokenCost } = component
  const calls = budget.callsOf(operation, parameters)
  const shared = calls.filter(({ when }) => when === 'shared')
  const own = calls.filter(({ when }) => when !== 'shared')
  const isShared = (call: string) => shared.some(known => keyOf(known) === call)
  const runs = past.filter(run => run.name === name && run.operation === operation)
  const spent = runs
    .flatMap(({ requests }) => requests)
    .filter(request => !isShared(`${request.method} ${request.path}`))
    .reduce((sum, request) => sum + request.tokenCost, 0)
  const estimated = own.reduce((sum, call) => sum + (isAdded(call, own) ? tokenCost(call) : 0), 0)
  return {
    step: {
      name,
      tokenCost: runs.length > 0 ? Math.round(spent / runs.length) : estimated,
      runs: runs.length,
      isList: own.some(({ when }) => when === 'rows'),
      calls: own.flatMap(call => {
        const { when } = call
        return when === 'shared' ? [] : [{ call: keyOf(call), tokenCost: tokenCost(call), when }]
      }),
    },
    shared: shared.map(call => ({
      call: keyOf(call),
      tokenCost: tokenCost(call),
      maxPerDay: Math.floor(dayMs / (call.sharedMs ?? budget.sharedMs)),
    })),
  }
}

/** Links are looked up one by one or together, not both. */
const isAdded = ({ when, path }: OperationCall, all: readonly OperationCall[]): boolean =>
  when !== 'linked' || !all.some(other => other.when === 'rows' && path === `${other.path}/{id}`)
