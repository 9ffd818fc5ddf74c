import type { Component } from '../../definitions/index.ts'
import { actionTool } from './actionTool.ts'
import { findTools, liveLists } from './findTool.ts'
import { leftOutBy, requireTools, type ToolChoice } from './leftOut.ts'
import { sharingShapes } from './sharedShapes.ts'
import type { Tool } from './tool.ts'

/** Generated from the definition, by name; at least one. Throws an `InputError`. */
export const toolsOf = (component: Component, choice: ToolChoice): ReadonlyMap<string, Tool> => {
  requireTools(component, choice)
  const chosen = [...component.actions, component.customAction].filter(
    action => leftOutBy(component, action, choice).length === 0,
  )
  const actions = new Set(chosen.map(({ name }) => name))
  const lists = liveLists(chosen)
  const finders = new Map([...lists].map(([name, { byName }]) => [name, byName !== undefined]))
  const running = chosen.map(action => actionTool(action, { actions, finders }))
  const tools = sharingShapes([...running, ...findTools(lists)])
  return new Map(tools.map(tool => [tool.listing.name, tool]))
}
