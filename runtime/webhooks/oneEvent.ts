import type { Trigger } from '../../definitions/index.ts'
import { listen, type ListenerOptions, type TriggerEvent } from './listener.ts'

export interface OneEventOptions extends Omit<ListenerOptions, 'onEvent' | 'onError'> {
  /** Aborts when the caller stops waiting. */
  readonly signal: AbortSignal
  /** The trigger is enabled: what is to happen may happen now. */
  readonly onListening?: ((webhookUrl: string) => unknown) | undefined
}

/** Enables a trigger, waits for one event, and disables it again, also when the caller stops waiting. */
export const oneEvent = async (
  trigger: Trigger,
  { signal, onListening, ...options }: OneEventOptions,
): Promise<TriggerEvent> => {
  let hear = (_: TriggerEvent): void => {}
  let refuse = (_: unknown): void => {}
  const heard = new Promise<TriggerEvent>((resolve, reject) => {
    hear = resolve
    refuse = reject
  })
  // Handled here too, as it may fail before the trigger is enabled.
  heard.catch(() => {})
  signal.addEventListener('abort', () => refuse(signal.reason), { once: true })
  const listener = await listen(trigger, { ...options, onEvent: hear, onError: refuse })
  try {
    signal.throwIfAborted()
    await onListening?.(listener.webhookUrl)
    return await heard
  } finally {
    await listener.close()
  }
}
