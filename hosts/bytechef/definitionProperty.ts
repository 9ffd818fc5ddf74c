import type { PropertyManifest } from '../../definitions/index.ts'
import { anything } from './property.ts'

export type Definition = Readonly<Record<string, unknown>>

export const definitionProperties = (properties: readonly PropertyManifest[]) =>
  properties.map(definitionProperty)

/** A property with all keys of its type. */
export const definitionProperty = (property: PropertyManifest): Definition => {
  const keys = [...common, ...ownKeys(property.type)].sort()
  const given: Definition = { ...defaults, ...facts(property) }
  return Object.fromEntries(keys.map(key => [key, given[key] ?? null]))
}

const defaults = {
  advancedOption: false,
  expressionEnabled: true,
  hidden: false,
  metadata: {},
  required: false,
}

const facts = (property: PropertyManifest): Definition => {
  const { options, optionsDataSource, properties, items, additionalProperties, ...given } = property
  const { propertiesDataSource } = property
  const dependsOn = optionsDataSource?.optionsLookupDependsOn ?? null
  return {
    ...given,
    options: options?.map(option => ({ description: null, ...option })),
    ...(optionsDataSource && {
      optionsDataSource: { options: {}, optionsLookupDependsOn: dependsOn },
    }),
    ...(propertiesDataSource && {
      dynamicPropertiesDataSource: {
        properties: {},
        propertiesLookupDependsOn: propertiesDataSource.propertiesLookupDependsOn ?? null,
      },
    }),
    properties: properties?.map(definitionProperty),
    items: items?.map(definitionProperty),
    additionalProperties: additionalProperties && anything.map(definitionProperty),
  }
}

const common = [
  'advancedOption',
  'controlType',
  'defaultValue',
  'description',
  'displayCondition',
  'exampleValue',
  'expressionEnabled',
  'hidden',
  'label',
  'metadata',
  'name',
  'options',
  'placeholder',
  'required',
  'type',
]

const live = 'optionsDataSource'

const ownKeys = (type: PropertyManifest['type']): readonly string[] => {
  switch (type) {
    case 'STRING':
      return [live, 'languageId', 'maxLength', 'minLength', 'optionsLoadedDynamically', 'regex']
    case 'INTEGER':
      return [live, 'maxValue', 'minValue']
    case 'NUMBER':
      return [
        live,
        'maxNumberPrecision',
        'maxValue',
        'minNumberPrecision',
        'minValue',
        'numberPrecision',
      ]
    case 'BOOLEAN':
      return []
    case 'ARRAY':
      return [live, 'items', 'maxItems', 'minItems', 'multipleValues']
    case 'OBJECT':
      return [live, 'additionalProperties', 'multipleValues', 'properties']
    case 'DYNAMIC_PROPERTIES':
      return ['dynamicPropertiesDataSource', 'header']
    case 'DATE':
    case 'DATE_TIME':
    case 'TIME':
      return [live]
  }
}
