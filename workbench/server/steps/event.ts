import { ComponentError, type Trigger } from '../../../definitions/index.ts'
import { causeEvent, listen } from '../../../runtime/index.ts'
import type { Client, TriggerEvent } from '../../../runtime/index.ts'
import type { Receiver } from '../../../runtime/store/index.ts'
import { call, rowsIn } from '../sandbox/rest.ts'

export interface Waiting {
  readonly client: Client
  readonly signal: AbortSignal
  readonly receiver: Receiver
  readonly publicUrl?: string | undefined
  readonly onListening?: (webhookUrl: string) => unknown
}

/** Enables a trigger, waits for one event, and disables it again, also when nobody waits any more. */
export const oneEvent = async (
  trigger: Trigger,
  { onListening, signal, publicUrl, ...rest }: Waiting,
): Promise<TriggerEvent> => {
  let hear = (_: TriggerEvent): void => {}
  let refuse = (_: unknown): void => {}
  const heard = new Promise<TriggerEvent>((resolve, reject) => {
    hear = resolve
    refuse = reject
  })
  // Nobody listens to it yet should the trigger not be enabled at all.
  heard.catch(() => {})
  signal.addEventListener('abort', () => refuse(signal.reason), { once: true })
  const options = { ...rest, ...(publicUrl !== undefined && { publicUrl }) }
  const listener = await listen(trigger, { ...options, onEvent: hear, onError: refuse })
  try {
    signal.throwIfAborted()
    await onListening?.(listener.webhookUrl)
    return await heard
  } finally {
    await listener.close()
  }
}

/** Long enough for a delivery that has to be repeated. */
const patience = 20_000

/** Makes the event of a trigger happen in a sandbox, and takes it from its webhook. */
export const causedEvent = async (
  trigger: Trigger,
  { client, signal, receiver }: Pick<Waiting, 'client' | 'signal' | 'receiver'>,
): Promise<TriggerEvent> => {
  const late = AbortSignal.timeout(patience)
  try {
    return await oneEvent(trigger, {
      client,
      receiver,
      signal: AbortSignal.any([signal, late]),
      onListening: () => cause(trigger.name, client),
    })
  } catch (error) {
    if (error !== late.reason) throw error
    throw new ComponentError('The sandbox has delivered no event', {
      recovery: 'retry',
      hint: 'Try again; the sandbox may be slowed down by a fault that was asked of it.',
    })
  }
}

/** What a salesperson would do. A new deal is one of the newest person, as most deals have one. */
export const cause = async (trigger: string, client: Client): Promise<void> => {
  const query = { sort_by: 'id', sort_direction: 'desc', limit: 1 }
  const [person] = trigger.endsWith('Deal')
    ? rowsIn(await call(client, { path: '/api/v2/persons', query }))
    : []
  await causeEvent(trigger, client, person ? { person_id: person['id'] } : {})
}
