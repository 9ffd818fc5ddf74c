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
  const {
    optionsDataSource,
    options,
    properties,
    items,
    additionalProperties,
    controlType,
    // Expressions of a form are applied in reverse by the platform’s client; scripts check them.
    regex: _regex,
    patternMessage: _message,
    minLengthUnless: _unless,
    propertiesDataSource,
    type,
    ...facts
  } = property
  const live = optionsDataSource && optionsAt?.(path)
  const isList = type === 'ARRAY'
  const inner = items?.map(item => scriptProperty(item, optionsAt, path))
  return {
    ...facts,
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

/** What a key that the user adds may hold. */
export const anything = [
  { type: 'STRING', controlType: 'TEXT' },
  { type: 'NUMBER', controlType: 'NUMBER' },
  { type: 'BOOLEAN', controlType: 'SELECT' },
] as const
