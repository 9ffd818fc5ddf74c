import type { PropertyManifest } from '../../definitions/index.ts'
import type { ScriptOptions, ScriptProperty } from './contract.ts'

/** Makes the function that loads the live list at a path such as `deal.user_id`. */
type OptionsAt = (path: string) => ScriptOptions

/** What a property has in the contract, by the platform’s own names. */
export const scriptProperties = (
  properties: readonly PropertyManifest[],
  optionsAt: OptionsAt,
  parent = '',
): readonly ScriptProperty[] =>
  properties.map(property => scriptProperty(property, optionsAt, `${parent}${property.name}`))

export const scriptProperty = (
  property: PropertyManifest,
  optionsAt?: OptionsAt,
  path = '',
): ScriptProperty => {
  const { type, controlType, optionsDataSource, options, properties, items } = property
  const { additionalProperties, propertiesDataSource } = property
  const live = optionsDataSource && optionsAt?.(path)
  const isList = type === 'ARRAY'
  const inner = items?.map(item => scriptProperty(item, optionsAt, path))
  return {
    ...facts(property),
    // The contract has no dynamic properties: the user adds the keys.
    type: propertiesDataSource ? 'OBJECT' : type,
    // Lists have no options of their own: each of their entries is chosen.
    controlType: isList ? 'ARRAY_BUILDER' : (controlType ?? 'OBJECT_BUILDER'),
    ...(!isList && (live ?? options) && { options: live ?? options }),
    ...(inner && {
      items: isList && live ? inner.map(item => ({ ...item, options: live })) : inner,
    }),
    ...(properties && {
      properties: properties.map(own => scriptProperty(own, optionsAt, `${path}.${own.name}`)),
    }),
    ...((additionalProperties ?? propertiesDataSource) && { additionalProperties: anything }),
  }
}

/**
 * What the form shows. Expressions stay here, as the platform's client applies them in reverse; the
 * script checks them.
 */
const facts = ({
  name,
  label,
  description,
  placeholder,
  required,
  defaultValue,
  displayCondition,
  minLength,
  maxLength,
  minValue,
  maxValue,
}: PropertyManifest) => ({
  ...(name !== undefined && { name }),
  ...(label !== undefined && { label }),
  ...(description !== undefined && { description }),
  ...(placeholder !== undefined && { placeholder }),
  ...(required !== undefined && { required }),
  ...(defaultValue !== undefined && { defaultValue }),
  ...(displayCondition !== undefined && { displayCondition }),
  ...(minLength !== undefined && { minLength }),
  ...(maxLength !== undefined && { maxLength }),
  ...(minValue !== undefined && { minValue }),
  ...(maxValue !== undefined && { maxValue }),
})

/** What a key that the user adds may hold. */
export const anything = (
  [
    ['STRING', 'TEXT'],
    ['NUMBER', 'NUMBER'],
    ['BOOLEAN', 'SELECT'],
  ] as const
).map(([type, controlType]) => ({ type, controlType }))
