import type { ActionManifest, PropertyManifest } from '../../../definitions/index.ts'
import { propertyAt } from '../../../engine/index.ts'
import type { Operation } from '../shared/component.ts'

export type Inputs = Pick<ActionManifest, 'properties' | 'anyOf'>

/** What there is to fill in: triggers have nothing. */
export const inputsOf = (operation: Operation): Inputs => ({
  properties: operation.properties ?? [],
  ...('anyOf' in operation && operation.anyOf && { anyOf: operation.anyOf }),
})

/** A row of a list has no name of its own: it is described by the list. */
export const propertyOf = (operation: Operation, path: string): PropertyManifest | undefined => {
  const inputs = inputsOf(operation)
  const list = path.replace(/\[\d+\]$/, '')
  if (list === path) return propertyAt(inputs, path)
  const parent = propertyAt(inputs, list)
  return parent && itemOf(parent)
}

/** A list of live choices is drawn as one live choice per row. */
export const itemOf = ({ items, optionsDataSource }: PropertyManifest): PropertyManifest => {
  const [item = { type: 'STRING', controlType: 'TEXT' }] = items ?? []
  return optionsDataSource ? { ...item, controlType: 'SELECT', optionsDataSource } : item
}
