import { InputError, type Component } from '../../../definitions/index.ts'
import { parseWorkflow } from '../../../engine/index.ts'
import type { Startable } from '../../../runtime/webhooks/index.ts'

/** A workflow that can be on. Throws an `InputError` or `InputError` with what keeps it from that. */
export const startable = (component: Component, definition: unknown): Startable => {
  const workflow = parseWorkflow(component, definition)
  const { trigger } = workflow
  if (trigger) return { ...workflow, trigger }
  throw new InputError('triggers', 'the workflow has no trigger', 'Add one, or run it manually.')
}
