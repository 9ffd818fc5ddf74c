import type { SimulatedEvent, Trigger } from '../../definitions/index.ts'
import { waitForEvent, type TriggerEvent } from '../../runtime/webhooks/index.ts'
import type { Client } from '../../runtime/index.ts'
import { openMeter } from '../../engine/index.ts'
import { component } from '../component.ts'
import { missing } from './missingFields.ts'
import type { Row } from './report.ts'

export interface WebhookOptions {
  readonly publicUrl?: string
  readonly port?: number
}

const patience = 20_000

/** Enables every trigger, makes its event happen, receives it, and disables the trigger again. */
export const runTriggers = async (
  client: Client,
  webhook: WebhookOptions,
  person: number | string,
  report: (row: Row) => void,
): Promise<void> => {
  const visit = { client, webhook, person }
  for (const trigger of component.triggers) report(await runTrigger(trigger, visit))
}

interface Visit {
  readonly client: Client
  readonly webhook: WebhookOptions
  /** For deals, which have one. */
  readonly person: number | string
}

const runTrigger = async (trigger: Trigger, visit: Visit): Promise<Row> => {
  const start = performance.now()
  const row = () => ({
    kind: 'trigger' as const,
    name: trigger.name,
    ms: Math.round(performance.now() - start),
  })
  try {
    const { output, warnings } = await caused(trigger, visit)
    // What the sample lacks comes only with some events, such as those of a merge.
    const rare = missing(trigger.output, [trigger.sampleOutput])
    const absent = missing(trigger.output, [output]).filter(path => !rare.includes(path))
    const problems = [...warnings.map(({ path }) => path), ...absent]
    return problems.length > 0
      ? { ...row(), problem: `not as declared: ${problems.join(', ')}` }
      : row()
  } catch (error) {
    return { ...row(), problem: error instanceof Error ? error.message : String(error) }
  }
}

const caused = async (
  trigger: Trigger,
  { client, webhook, person }: Visit,
): Promise<TriggerEvent> => {
  const linked = trigger.name.endsWith('Deal') ? { person_id: person } : {}
  const late = AbortSignal.timeout(patience)
  const { run } = openMeter({ client })
  let made: SimulatedEvent | undefined
  const onListening = async () => {
    made = await run(component.simulate(trigger.name, linked))
  }
  const event = await waitForEvent(trigger, {
    client,
    ...webhook,
    signal: late,
    onListening,
  }).catch((error: unknown) => {
    if (error !== late.reason) throw error
    throw new Error(`no event came within ${patience / 1000} s`)
  })
  if (made) await run(made.remove())
  return event
}
