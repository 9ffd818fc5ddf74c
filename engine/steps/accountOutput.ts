import type {
  ActionManifest,
  ComponentManifest,
  PropertyManifest,
  TriggerManifest,
} from '../../definitions/index.ts'

type Operation = Pick<ActionManifest | TriggerManifest, 'subject' | 'outputDefinition'>
type Form = { readonly properties?: readonly PropertyManifest[] | undefined }

/** A dynamic property of an operation. */
export interface DynamicProperty {
  readonly operation: string
  readonly path: string
}

/** Paths of the properties whose members only the account knows: `deal.custom_fields`. */
export const dynamicPaths = (operation: Form): readonly string[] =>
  (operation.properties ?? []).flatMap(property => pathsWithin(property, ''))

const pathsWithin = (
  { name = '', propertiesDataSource, properties = [] }: PropertyManifest,
  parent: string,
): readonly string[] => {
  const path = parent + name
  if (propertiesDataSource) return [path]
  return properties.flatMap(child => pathsWithin(child, `${path}.`))
}

/** Where an output has custom fields: by name, in the form in which they are written. */
const outputName = 'custom'

const isCustom = ({ name, type, additionalProperties }: PropertyManifest) =>
  name === outputName && type === 'OBJECT' && additionalProperties === true

/** It has custom fields by name somewhere. */
export const hasCustom = (schema: PropertyManifest): boolean =>
  isCustom(schema) || [...(schema.properties ?? []), ...(schema.items ?? [])].some(hasCustom)

/** What the custom fields in the output of an operation are written by; undefined where it has none. */
export const writerOf = (
  { actions }: ComponentManifest,
  { subject, outputDefinition }: Operation,
): DynamicProperty | undefined => {
  if (!hasCustom(outputDefinition.outputResponse.outputSchema)) return undefined
  const writers = actions.filter(
    action => !action.metadata.readOnly && action.subject?.record === subject?.record,
  )
  return writers.flatMap(({ name: operation, ...action }) =>
    dynamicPaths(action).map(path => ({ operation, path })),
  )[0]
}

/** The operation with the fields of the account in its output, under their names. */
export const withCustomOutput = <One extends Operation>(
  operation: One,
  members: readonly PropertyManifest[] | undefined,
): One => {
  if (!members) return operation
  const { outputResponse } = operation.outputDefinition
  const outputSchema = filled(outputResponse.outputSchema, members.map(toOutput))
  return { ...operation, outputDefinition: { outputResponse: { ...outputResponse, outputSchema } } }
}

const filled = (schema: PropertyManifest, members: PropertyManifest[]): PropertyManifest =>
  isCustom(schema)
    ? { ...schema, properties: members, additionalProperties: false }
    : {
        ...schema,
        ...(schema.properties && {
          properties: schema.properties.map(one => filled(one, members)),
        }),
        ...(schema.items && { items: schema.items.map(one => filled(one, members)) }),
      }

/** By name, with the key in its description. Options come out as their labels, and any field may be empty. */
const toOutput = (member: PropertyManifest): PropertyManifest => {
  const { type, label, name = '', properties, options, additionalProperties } = member
  const labels = options?.map(({ label }) => ({ label, value: label }))
  const output: PropertyManifest = {
    name: label ?? name,
    type: labels ? 'STRING' : type,
    description: `Key ${name}`,
    ...(labels && { options: labels }),
    ...(properties && { properties: properties.map(part) }),
    ...(additionalProperties && { additionalProperties }),
  }
  if (type !== 'ARRAY') return output
  const { name: _, description: _key, ...item } = output
  return { name: label ?? name, type, description: `Key ${name}`, items: [item] }
}

const part = ({ name = '', type, required = false }: PropertyManifest): PropertyManifest => ({
  name,
  type,
  required,
})
