import type { Trigger } from '../../definitions/index.ts'
import { listen, type ListenerOptions, type TriggerEvent } from './listener.ts'

export interface WaitForEventOptions extends Omit<ListenerOptions, 'onEvent' | 'onError'> {
  /** Aborts when the caller stops waiting. */
  readonly signal: AbortSignal
  /** The trigger is enabled: what is to happen may happen now. */
  readonly onListening?: ((webhookUrl: string) => unknown) | undefined
}

/** Enables a trigger, waits for one event, and disables it again, also when the caller stops waiting. */
export const waitForEvent = async (
  trigger: Trigger,
  { signal, onListening, ...options }: WaitForEventOptions,
): Promise<TriggerEvent> => {
  let resolveEvent = (_: TriggerEvent): void => {}
  let rejectEvent = (_: unknown): void => {}
  const event = new Promise<TriggerEvent>((resolve, reject) => {
    resolveEvent = resolve
    rejectEvent = reject
  })
  // Handled here too, as it may fail before the trigger is enabled.
  event.catch(() => {})
  signal.addEventListener('abort', () => rejectEvent(signal.reason), { once: true })
  const listener = await listen(trigger, {
    ...options,
    onEvent: resolveEvent,
    onError: rejectEvent,
  })
  try {
    signal.throwIfAborted()
    await onListening?.(listener.webhookUrl)
    return await event
  } finally {
    await listener.close()
  }
}
