import { parseType } from '../../../engine/index.ts'
import { usageOf } from '../../../runtime/connections/index.ts'
import { eventsSince, lastStepRuns, type Store } from '../../../runtime/store/index.ts'
import type { ForecastView, NodeJson, SharedCall } from '../../api/index.ts'
import type { SavedWorkflow } from '../workflows/load.ts'
import { adviceOn } from './advice.ts'
import { priceOf } from './prices.ts'

const dayMs = 24 * 3_600_000
/** The days whose events tell how many come. */
const maxDays = 7

/** What a workflow takes of the daily budget for each event, and how many events come. */
export const forecastOf = async (
  store: Store,
  { id, definition, connectionId }: SavedWorkflow,
): Promise<ForecastView> => {
  const { component } = store
  const past = connectionId === null ? [] : await lastStepRuns(store, id, connectionId)
  const priced = (node: NodeJson, operation: string) => priceOf(component, node, operation, past)
  const isRun = ({ disabled }: NodeJson) => disabled !== true
  const triggers = definition.triggers.flatMap(node => {
    const trigger = component.triggers.find(({ name }) => name === operationIn(node))
    return trigger ? [{ node, trigger, ...priced(node, trigger.name) }] : []
  })
  const steps = definition.tasks.filter(isRun).flatMap(node => {
    const all = [...component.actions, component.customAction]
    const action = all.find(({ name }) => name === operationIn(node))
    if (!action) return []
    const { step: forecast, shared } = priced(node, action.name)
    return [{ node, action, forecast, shared }]
  })
  const forecasts = [...triggers.map(({ step }) => step), ...steps.map(step => step.forecast)]
  return {
    steps: forecasts,
    tokensPerEvent: forecasts.reduce((sum, { tokenCost }) => sum + tokenCost, 0),
    shared: distinct([...triggers, ...steps].flatMap(({ shared }) => shared)),
    eventsPerDay: await eventsPerDay(store, id),
    usedToday: connectionId === null ? 0 : await usedToday(store, connectionId),
    advice: adviceOn(component, steps, triggers[0]),
  }
}

const operationIn = ({ type }: NodeJson) => parseType(type)?.operation

const distinct = (calls: readonly SharedCall[]): readonly SharedCall[] => [
  ...new Map(calls.map(call => [call.call, call])).values(),
]

const eventsPerDay = async (store: Store, workflow: string): Promise<number | null> => {
  const now = store.now()
  const { events, firstAt } = await eventsSince(store, workflow, now - maxDays * dayMs)
  if (firstAt === null) return null
  return Math.ceil(events / Math.max(1, (now - firstAt) / dayMs))
}

/** Days of the budget are those of UTC here; where those of the API begin is unknown. */
const usedToday = async (store: Store, connectionId: string): Promise<number> => {
  const today = new Date(store.now()).toISOString().slice(0, 10)
  const [latest] = await usageOf(store, connectionId)
  return latest?.day === today ? latest.tokenCost : 0
}
