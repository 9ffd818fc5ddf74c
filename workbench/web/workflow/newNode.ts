import type { ComponentManifest, PropertyManifest } from '../../../definitions/index.ts'
import { typeOf } from '../../../engine/index.ts'
import type { NodeJson, WorkflowJson } from '../../api/index.ts'
import { nodesOf } from './nodes.ts'
import type { PaletteEntry } from './palette.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is filled in when a node is added: the defaults, also of what is within objects. */
export const defaultsOf = (properties: readonly PropertyManifest[]): Fields =>
  Object.fromEntries(
    properties
      .map(property => [property.name ?? '', defaultOf(property)] as const)
      .filter(([, value]) => value !== undefined),
  )

const defaultOf = ({ defaultValue, properties }: PropertyManifest): unknown => {
  if (defaultValue !== undefined || !properties) return defaultValue
  const within = defaultsOf(properties)
  return Object.keys(within).length > 0 ? within : undefined
}

/** `getDeals_1`, or the first number that is free. */
export const freeName = (workflow: WorkflowJson, stem: string): string => {
  const taken = new Set(nodesOf(workflow).map(({ name }) => name))
  let number = 1
  while (taken.has(`${stem}_${number}`)) number++
  return `${stem}_${number}`
}

export const newNode = (
  manifest: ComponentManifest,
  workflow: WorkflowJson,
  { operation, kind, title }: PaletteEntry,
): NodeJson => {
  const { actions, triggers, customActionDefinition } = manifest
  const all = [...triggers, ...actions, customActionDefinition]
  const properties = all.find(each => each.name === operation)?.properties ?? []
  return {
    name: freeName(workflow, kind === 'trigger' ? 'trigger' : operation),
    label: title,
    type: typeOf(manifest, operation),
    parameters: defaultsOf(properties),
  }
}
