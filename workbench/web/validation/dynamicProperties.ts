import { isRecord, member, type PropertyManifest } from '../../../definitions/index.ts'
import type { Operation } from '../shared/component.ts'
import type { Inputs } from './inputs.ts'

/** The members of dynamic properties by their path, as far as the account has been asked. */
export type Members = Readonly<Record<string, readonly PropertyManifest[]>>

/** The operation with groups in place of its dynamic properties. Of members not known it stays as it is. */
export const withMembers = (operation: Operation, members: Members): Operation =>
  Object.keys(members).length === 0
    ? operation
    : {
        ...operation,
        properties: (operation.properties ?? []).map(one => filled(one, '', members)),
      }

const filled = (property: PropertyManifest, parent: string, members: Members): PropertyManifest => {
  const path = parent + (property.name ?? '')
  const own = property.propertiesDataSource && members[path]
  if (own)
    return {
      ...property,
      type: 'OBJECT',
      controlType: 'OBJECT_BUILDER',
      properties: [...own],
      additionalProperties: true,
    }
  if (!property.properties) return property
  return {
    ...property,
    properties: property.properties.map(child => filled(child, `${path}.`, members)),
  }
}

/** Up to this number, all members of a dynamic property are drawn; of more, those that are wanted. */
export const maxDrawn = 30

/** What is drawn of an operation: of many members those that are required, set or chosen. */
export const drawnInputs = (inputs: Inputs, draft: unknown): Inputs => ({
  ...inputs,
  properties: inputs.properties.map(property =>
    drawn(property, member(draft, property.name ?? '')),
  ),
})

const drawn = (property: PropertyManifest, value: unknown): PropertyManifest => {
  const { properties, propertiesDataSource } = property
  if (!properties) return property
  if (!propertiesDataSource)
    return {
      ...property,
      properties: properties.map(child => drawn(child, member(value, child.name ?? ''))),
    }
  if (properties.length <= maxDrawn) return property
  return { ...property, properties: properties.filter(child => isWanted(child, value)) }
}

export const isWanted = ({ required, name = '' }: PropertyManifest, value: unknown): boolean =>
  required === true || (isRecord(value) && Object.hasOwn(value, name))

/** A member that has been chosen and not filled in yet. */
export const emptyOf = ({ type }: PropertyManifest): unknown =>
  type === 'OBJECT' ? {} : type === 'ARRAY' ? [] : ''
