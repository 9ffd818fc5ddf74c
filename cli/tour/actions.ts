import { setTimeout } from 'node:timers/promises'
import { integer, memberAt, read, string, type Action } from '../../definitions/index.ts'
import { findAction, loadOptions, optionsSources, runStep } from '../../engine/index.ts'
import type { Client } from '../../runtime/index.ts'
import { component } from '../component.ts'
import { missing } from './missingFields.ts'
import type { Row } from './report.ts'
import { cleanup, steps, type Made, type TourStep } from './steps.ts'

/** Long enough for the search index of a real account. */
const attempts = 10
const betweenAttempts = 3_000

export const runActions = async (
  client: Client,
  signal: AbortSignal,
  report: (row: Row) => void,
): Promise<void> => {
  const made = await choices(client)
  try {
    for (const step of steps) report(await runTourStep(step, made, client, signal))
  } finally {
    // Also after Ctrl-C or an error: what the tour has made, it removes.
    for (const step of cleanup) report(await runTourStep(step, made, client))
  }
}

/** Values for the inputs, chosen from the live lists as a person would. */
const choices = async (client: Client): Promise<Made> => {
  const first = async (action: string, path: string, input: unknown = {}) => {
    const result = await loadOptions(findAction(component, action), path, { input }, { client })
    return 'error' in result ? undefined : result.options[0]?.value
  }
  const pipeline = read(integer(), await first('addDeal', 'deal.pipeline_id'))
  const label = await first('addLead', 'lead.label_ids')
  return {
    user: read(integer(), await first('addDeal', 'deal.user_id')),
    pipeline,
    stage: read(
      integer(),
      await first('addDeal', 'deal.stage_id', { deal: { pipeline_id: pipeline } }),
    ),
    ...(label !== undefined && { label: read(string(), label) }),
  }
}

const runTourStep = async (
  step: TourStep,
  made: Made,
  client: Client,
  signal?: AbortSignal,
): Promise<Row> => {
  const action = findAction(component, step.action)
  for (let attempt = 1; ; attempt++) {
    const result = await runStep(action, step.input(made), { client, ...(signal && { signal }) })
    const row = {
      kind: 'action' as const,
      name: step.action,
      requests: result.requests.length,
      tokenCost: result.tokenCost,
      ms: result.ms,
    }
    if ('error' in result) return { ...row, problem: result.error.message }
    if (step.finds && attempt < attempts && isEmpty(action, result.output)) {
      await setTimeout(betweenAttempts)
      continue
    }
    step.after?.(made, result.output)
    return {
      ...row,
      ...problemOf(
        action,
        result.output,
        result.warnings.map(
          ({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`,
        ),
      ),
    }
  }
}

const isEmpty = ({ list }: Action, output: unknown) => {
  const rows = list && memberAt(output, list.rows)
  return Array.isArray(rows) && rows.length === 0
}

const problemOf = (action: Action, output: unknown, warnings: readonly string[]) => {
  const absent = missing(action.output, [output]).map(path => `${path} did not arrive`)
  const problems = [...warnings, ...absent]
  return problems.length > 0 ? { problem: problems.slice(0, 3).join('; ') } : {}
}

/** Every live list that there is, once. */
export const runOptions = async (
  client: Client,
  actions: readonly Action[],
  report: (row: Row) => void,
): Promise<void> => {
  const done = new Set<unknown>()
  for (const action of actions)
    for (const [path, source] of optionsSources(action)) {
      if (done.has(source)) continue
      done.add(source)
      const result = await loadOptions(action, path, { input: {} }, { client })
      const failed = 'error' in result ? { problem: result.error.message } : {}
      const empty =
        'options' in result && result.options.length === 0 ? { problem: 'no options' } : {}
      report({
        kind: 'option list',
        name: `${action.name} ${path}`,
        requests: result.requests.length,
        tokenCost: result.tokenCost,
        ms: result.ms,
        ...empty,
        ...failed,
      })
    }
}
