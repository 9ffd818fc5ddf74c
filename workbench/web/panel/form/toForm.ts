import {
  parseCondition,
  type JsonSchema,
  type PropertyManifest,
} from '../../../../definitions/index.ts'
import { itemOf, type Inputs } from '../../validation/inputs.ts'
import { isVisible } from '../../validation/visibility.ts'

/** The names under which the form's fields are registered: one for each way of asking. */
export type FieldName =
  | 'Text'
  | 'Number'
  | 'Choice'
  | 'OpenChoice'
  | 'Choices'
  | 'LiveChoice'
  | 'LiveChoices'
  | 'DateTime'
  | 'Record'
  | 'Group'
  | 'Dynamic'
  | 'Single'
  | 'TextArea'
  | 'List'

export interface UiSchema {
  readonly 'ui:field'?: FieldName
  readonly 'ui:help'?: string
  readonly 'ui:placeholder'?: string
  /** Its fields make one value and stand side by side. */
  readonly 'ui:layout'?: 'pair'
  readonly items?: UiSchema
  readonly [property: string]: UiSchema | string | undefined
}

export interface FormSchema {
  readonly schema: JsonSchema
  readonly uiSchema: UiSchema
}

/** What the form of an operation consists of, given what has been filled in so far. */
export const toForm = (operation: Inputs, input: unknown): FormSchema =>
  group(
    operation.properties,
    property => property.belongsTo === undefined && isVisible(operation, property, input),
    property => fieldOf(property, operation, input),
  )

const group = (
  properties: readonly PropertyManifest[],
  shown: (property: PropertyManifest) => boolean,
  toField: (property: PropertyManifest) => FormSchema,
): FormSchema => {
  const fields = afterTheirConditions(properties)
    .filter(shown)
    .map(property => ({ ...property, name: property.name ?? '', ...toField(property) }))
  const required = fields.filter(field => field.required).map(({ name }) => name)
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
      ...(required.length > 0 && { required }),
    },
    uiSchema: Object.fromEntries(fields.map(({ name, uiSchema }) => [name, uiSchema])),
  }
}

/** What is asked for by the value of another field of the group stands right below that. */
const afterTheirConditions = (
  properties: readonly PropertyManifest[],
): readonly PropertyManifest[] => {
  const conditionOf = ({ displayCondition }: PropertyManifest) =>
    displayCondition === undefined ? undefined : parseCondition(displayCondition)[0]?.path.at(-1)
  const hasOwner = (property: PropertyManifest) =>
    properties.some(other => other !== property && other.name === conditionOf(property))
  return properties
    .filter(property => !hasOwner(property))
    .flatMap(owner => [
      owner,
      ...properties.filter(each => hasOwner(each) && conditionOf(each) === owner.name),
    ])
}

/** How one property is drawn. */
export const fieldOf = (
  property: PropertyManifest,
  operation: Inputs,
  input: unknown,
): FormSchema => {
  const { schema, uiSchema } = inner(property, operation, input)
  const isPair = property.type === 'OBJECT' && property.properties?.length === 2
  const { name, label = name, description, placeholder } = property
  return {
    schema: { ...schema, ...(label !== undefined && { title: label }) },
    uiSchema: {
      'ui:field': fieldName(property),
      ...(isPair && { 'ui:layout': 'pair' }),
      ...(description !== undefined && { 'ui:help': description }),
      ...(placeholder !== undefined && { 'ui:placeholder': placeholder }),
      ...uiSchema,
    },
  }
}

const inner = (property: PropertyManifest, operation: Inputs, input: unknown): FormSchema => {
  const name = fieldName(property)
  if (name === 'Group' || (name === 'Dynamic' && property.properties))
    return group(
      property.properties ?? [],
      child => isVisible(operation, child, input),
      child => fieldOf(child, operation, input),
    )
  if (name === 'List') {
    const { schema, uiSchema } = fieldOf(itemOf(property), operation, input)
    return { schema: { type: 'array', items: schema }, uiSchema: { items: uiSchema } }
  }
  return { schema: { type: types[property.type] }, uiSchema: {} }
}

const types = {
  STRING: 'string',
  INTEGER: 'integer',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'string',
  DATE_TIME: 'string',
  TIME: 'string',
  OBJECT: 'object',
  ARRAY: 'array',
  DYNAMIC_PROPERTIES: 'object',
} as const

const fieldName = (property: PropertyManifest): FieldName => {
  const { controlType, optionsDataSource, openOptions, optionsSeparator } = property
  const { properties = [] } = property
  if (property.propertiesDataSource) return 'Dynamic'
  switch (controlType) {
    case 'TEXT':
    case 'PHONE':
      return 'Text'
    case 'TEXT_AREA':
      return 'TextArea'
    case 'INTEGER':
    case 'NUMBER':
      return 'Number'
    case 'SELECT':
      if (optionsDataSource) return 'LiveChoice'
      if (optionsSeparator !== undefined) return 'Choices'
      return openOptions ? 'OpenChoice' : 'Choice'
    case 'MULTI_SELECT':
      return optionsDataSource ? 'LiveChoices' : 'Choices'
    case 'DATE':
    case 'DATE_TIME':
    case 'TIME':
      return 'DateTime'
    case 'OBJECT_BUILDER':
      if (properties.length === 1 && property.additionalProperties) return 'Single'
      return properties.length > 0 ? 'Group' : 'Record'
    case 'ARRAY_BUILDER':
      return itemOf(property).optionsDataSource ? 'LiveChoices' : 'List'
    // Dynamic properties have no control of their own.
    default:
      return 'Record'
  }
}
