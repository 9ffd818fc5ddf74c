import type { Send, Signal } from './drive.ts'
import type { HttpRequest, Outcome } from './exchange.ts'
import { admit, familyOf, observe, openGate, type Family, type GateState } from './policy.ts'
import { repeatAfter, settled } from './retry.ts'

/** What a host supplies besides sending. */
export interface Patience {
  /** Milliseconds. */
  now(): number
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>
  /** Waits for the event, and rejects when the signal aborts. */
  heed(event: Promise<void>, signal?: Signal): Promise<void>
  /** From 0 to 1. */
  random(): number
}

/** One per connection: all its requests pass through it. */
export interface Gate {
  state: GateState
  /** Ends when the last one in line has been admitted. */
  readonly line: Record<Family, Promise<void>>
  /** Wakes those who wait for an answer. */
  readonly wake: (() => void)[]
}

export const newGate = (): Gate => ({
  state: openGate,
  line: { general: Promise.resolve(), search: Promise.resolve() },
  wake: [],
})

/** Sends by the policy: within the limits, and again where that is safe. */
export const polite =
  (send: Send, gate: Gate, patience: Patience): Send =>
  async (request, signal) => {
    for (let attempt = 1; ; attempt++) {
      await admitted(gate, request, patience, signal)
      const sentAt = patience.now()
      const outcome: Outcome = await send(request, signal).then(
        response => ({ response }),
        (error: unknown) => ({ error }),
      )
      gate.state = observe(gate.state, request, outcome, sentAt, patience.now())
      for (const wake of gate.wake.splice(0)) wake()
      const wait = signal?.aborted
        ? undefined
        : repeatAfter(request, outcome, attempt, patience.random())
      if (wait === undefined) {
        if ('error' in outcome) throw outcome.error
        return settled(request, outcome.response, attempt)
      }
      await patience.sleep(wait, signal)
    }
  }

/** Waits until the request may be sent; first come, first served. */
const admitted = async (
  gate: Gate,
  request: HttpRequest,
  patience: Patience,
  signal: Signal | undefined,
): Promise<void> => {
  const family = familyOf(request)
  const before = gate.line[family]
  let leave = () => {}
  gate.line[family] = new Promise(resolve => (leave = resolve))
  try {
    await patience.heed(before, signal)
    for (;;) {
      const admission = admit(gate.state, request, patience.now())
      if ('fail' in admission) throw admission.fail
      if ('go' in admission) {
        gate.state = admission.go
        return
      }
      if (admission.wait === 'answer')
        await patience.heed(new Promise(resolve => gate.wake.push(resolve)), signal)
      else await patience.sleep(admission.wait, signal)
    }
  } finally {
    // Whoever gives up lets nobody pass those who came before.
    void before.then(leave)
  }
}
