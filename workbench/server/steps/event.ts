import { ComponentError, type Trigger } from '../../../definitions/index.ts'
import {
  waitForEvent,
  type WaitForEventOptions,
  type TriggerEvent,
} from '../../../runtime/webhooks/index.ts'
import type { Client } from '../../../runtime/index.ts'
import { openMeter } from '../../../engine/index.ts'
import { call, rowsIn } from '../sandbox/rest.ts'

/** Long enough for a delivery that has to be repeated. */
const eventTimeoutMs = 20_000

/** Makes the event of a trigger happen in a sandbox, and takes it from its webhook. */
export const simulatedEvent = async (
  trigger: Trigger,
  {
    client,
    signal,
    receiver,
  }: Pick<Required<WaitForEventOptions>, 'client' | 'signal' | 'receiver'>,
): Promise<TriggerEvent> => {
  const late = AbortSignal.timeout(eventTimeoutMs)
  try {
    return await waitForEvent(trigger, {
      client,
      receiver,
      signal: AbortSignal.any([signal, late]),
      onListening: () => simulate(trigger.name, client),
    })
  } catch (error) {
    if (error !== late.reason) throw error
    throw new ComponentError('The sandbox sent no event', {
      recovery: 'retry',
      hint: 'Try again. A fault injected into the sandbox may be slowing it down.',
    })
  }
}

/** What a salesperson would do. A new deal is one of the newest person, as most deals have one. */
export const simulate = async (trigger: string, client: Client): Promise<void> => {
  const query = { sort_by: 'id', sort_direction: 'desc', limit: 1 }
  const [person] = trigger.endsWith('Deal')
    ? rowsIn(await call(client, { path: '/api/v2/persons', query }))
    : []
  const members = person ? { person_id: person['id'] } : {}
  await openMeter({ client }).run(client.component.simulate(trigger, members))
}
