import { InputError, type Action, type Component } from '../../definitions/index.ts'
import { actionTool } from './actionTool.ts'
import { findTools, liveLists } from './findTool.ts'
import { sharingShapes } from './sharedShapes.ts'
import type { Tool } from './tool.ts'
import { toolNameOf } from './toolNames.ts'

/** Which of a component's operations agents may use. */
export interface ToolChoice {
  /** Only tools that change nothing. */
  readonly readOnly?: boolean
  /** Only tools about these records, such as `deals`, or of these names. */
  readonly only?: readonly string[]
  /** Deleting is off unless it is allowed. */
  readonly allowDelete?: boolean
}

/** Generated from the definition, by name. Throws an `InputError`. */
export const toolsOf = (component: Component, choice: ToolChoice): ReadonlyMap<string, Tool> => {
  const { readOnly = false, only, allowDelete = false } = choice
  const all = [...component.actions, component.customAction]
  requireKnown(component, only ?? [])
  const chosen = all.filter(
    action =>
      (!readOnly || action.effect === 'read') &&
      (allowDelete || action.effect !== 'delete') &&
      (only === undefined || isAbout(component, action, only)),
  )
  const actions = new Set(chosen.map(({ name }) => name))
  const lists = liveLists(chosen)
  const finders = new Map([...lists].map(([name, { byName }]) => [name, byName !== undefined]))
  const running = chosen.map(action => actionTool(action, { actions, finders }))
  const tools = sharingShapes([...running, ...findTools(lists)])
  return new Map(tools.map(tool => [tool.listing.name, tool]))
}

/** What can be asked for with `only`. */
const recordsOf = ({ records = {} }: Component): readonly string[] =>
  Object.values(records).map(({ pluralTitle }) => pluralTitle.toLowerCase().replaceAll(' ', '_'))

const isAbout = (
  { records = {}, subjects = {} }: Component,
  { name }: Action,
  only: readonly string[],
): boolean => {
  const record = records[subjects[name]?.record ?? '']
  const plural = record?.pluralTitle.toLowerCase().replaceAll(' ', '_')
  return only.includes(toolNameOf(name)) || (plural !== undefined && only.includes(plural))
}

const requireKnown = (component: Component, only: readonly string[]): void => {
  const { actions, customAction } = component
  const names = [
    ...recordsOf(component),
    ...[...actions, customAction].map(({ name }) => toolNameOf(name)),
  ]
  const unknown = only.find(word => !names.includes(word))
  if (unknown === undefined) return
  throw new InputError(
    '--only',
    `there are no tools about "${unknown}"`,
    `There are ${recordsOf(component).join(', ')}, and each tool by its name.`,
  )
}
