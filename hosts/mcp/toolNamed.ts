import { InputError, type Component } from '../../definitions/index.ts'
import { closest } from '../../engine/index.ts'
import {
  leftOutBy,
  startedWith,
  startRemedy,
  whyOf,
  type Reason,
  type ToolChoice,
} from './leftOut.ts'
import type { Tool } from './tool.ts'
import { toolNameOf } from './toolNames.ts'
import { toolsOf } from './tools.ts'

/** The tool of this name. Throws an `InputError` that says why it is not offered, if there is one. */
export const toolNamed = (
  tools: ReadonlyMap<string, Tool>,
  name: string,
  component: Component,
  choice: ToolChoice,
): Tool => {
  const tool = tools.get(name)
  if (tool) return tool
  const reasons = reasonsFor(name, component, choice)
  if (reasons.length > 0)
    throw new InputError(
      '',
      `${name} is not offered: ${whyOf(reasons)}`,
      startRemedy('Tell the user to start it', reasons),
    )
  const near = closest(name, [...tools.keys()])
  throw new InputError(
    '',
    `there is no tool "${name}"`,
    near === undefined ? 'Choose one of those that are listed.' : `Did you mean ${near}?`,
  )
}

const reasonsFor = (name: string, component: Component, choice: ToolChoice): readonly Reason[] => {
  const all = toolsOf(component, { allowDelete: true })
  if (!all.has(name)) return []
  const { actions, customAction } = component
  const action = [...actions, customAction].find(one => toolNameOf(one.name) === name)
  if (action) return leftOutBy(component, action, choice)
  // It finds ids that none of the tools takes.
  const { only } = choice
  const option = only === undefined ? '--read-only' : '--only'
  const given = only === undefined ? option : `${option} ${only.join(',')}`
  return [{ why: startedWith(given), remedy: `without ${option}` }]
}
