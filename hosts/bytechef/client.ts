import type { Component } from '../../definitions/index.ts'
import { createClientSync, findAction, validatorsOf, type ClientSync } from '../../engine/index.ts'
import { accountOf } from './account.ts'
import type { Context } from './context.ts'
import { sendOver } from './send.ts'

/** Waiting keeps a thread of the platform busy; what would take longer than this is not begun. */
const maxWaitMs = 10_000

/** One call of the platform: each has a new engine, so that nothing is known of earlier ones. */
export const openClient = (
  component: Component,
  connectionParameters: unknown,
  context: Context,
  readsNames = false,
): ClientSync => {
  const client = createClientSync({
    component,
    validators: name => validatorsOf(findAction(component, name)),
    timing: { now: Date.now, random: Math.random, sleep },
    send: sendOver(context, accountOf(connectionParameters, component.connection)),
  })
  const end = Date.now() + maxWaitMs
  return {
    ...client,
    sender: options => {
      const send = client.sender({ ...options, remainingMs: () => end - Date.now() })
      return request => (request.optional && !readsNames ? declined : send(request))
    },
  }
}

/** Nothing is kept from one step to the next, so that names would cost tokens in each. */
const declined = { status: 404, headers: {}, body: null }

/** There are no timers, and in the platform’s engine a thread may not be put to sleep either. */
const sleep = (milliseconds: number): void => {
  const until = Date.now() + milliseconds
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
  } catch {
    while (Date.now() < until);
  }
}
