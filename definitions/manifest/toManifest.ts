import { member } from '../read.ts'
import type { Action } from '../action.ts'
import type { Component } from '../component.ts'
import type {
  ActionManifest,
  AuthorizationManifest,
  ComponentManifest,
  OptionManifest,
  OutputDefinitionManifest,
  PropertyManifest,
  TriggerManifest,
} from './manifest.ts'
import type { ControlType, Properties, Property } from '../property.ts'
import type { Effect } from '../operation.ts'
import type { Authorization } from '../connection.ts'
import type { Trigger } from '../trigger.ts'

/** The definition without its functions. */
export const toManifest = (component: Component): ComponentManifest => ({
  name: component.name,
  title: component.title,
  description: component.description,
  version: component.version,
  icon: component.icon,
  componentCategories: component.componentCategories.map(name => ({ name, label: name })),
  ...(component.records && {
    records: Object.entries(component.records).map(([name, kind]) => ({ name, ...kind })),
  }),
  connection: {
    version: component.connection.version,
    authorizations: component.connection.authorizations.map(authorizationManifest),
  },
  actions: component.actions.map(action => ({
    ...actionManifest(action),
    ...subjectOf(component, action),
  })),
  triggers: component.triggers.map(trigger => ({
    ...triggerManifest(trigger),
    ...subjectOf(component, trigger),
  })),
  customAction: true,
  customActionDefinition: actionManifest(component.customAction),
})

const subjectOf = ({ subjects }: Component, { name }: Pick<Action, 'name'>) => {
  const subject = subjects?.[name]
  return subject && { subject: { ...subject } }
}

const authorizationManifest = (authorization: Authorization): AuthorizationManifest => ({
  name: authorization.name,
  type: authorization.type,
  title: authorization.title,
  properties: propertyManifests(authorization.properties),
  authorizationUrl: authorization.authorizationUrl,
  tokenUrl: authorization.tokenUrl,
  refreshUrl: authorization.refreshUrl,
  scopes: [...authorization.scopes],
})

const destructive: readonly Effect[] = ['update', 'delete', 'write']
const idempotent: readonly Effect[] = ['read', 'update', 'delete']

export const actionManifest = (action: Action): ActionManifest => ({
  name: action.name,
  title: action.title,
  description: action.description,
  agentHint: action.agentHint,
  properties: propertyManifests(action.properties),
  ...(action.anyOf && { anyOf: action.anyOf.map(group => [...group]) }),
  outputDefinition: outputManifest(action),
  metadata: {
    readOnly: action.effect === 'read',
    destructive: destructive.includes(action.effect),
    idempotent: idempotent.includes(action.effect),
    ...(action.list && { list: { rows: action.list.rows, truncated: action.list.truncated } }),
  },
})

const triggerManifest = (trigger: Trigger): TriggerManifest => ({
  name: trigger.name,
  title: trigger.title,
  description: trigger.description,
  type: trigger.type,
  outputDefinition: outputManifest(trigger),
})

const outputManifest = ({
  output,
  sampleOutput,
}: Pick<Action | Trigger, 'output' | 'sampleOutput'>): OutputDefinitionManifest => ({
  outputResponse: { outputSchema: propertyManifest(output), sampleOutput },
})

export const propertyManifests = (properties: Properties): PropertyManifest[] =>
  Object.entries(properties).map(([name, property]) => ({ name, ...propertyManifest(property) }))

export const propertyManifest = (property: Property): PropertyManifest => {
  const {
    options,
    optionsDataSource,
    propertiesDataSource,
    items,
    properties,
    defaultValue,
    minLengthUnless: unless,
    isMemberName: _,
    ...facts
  } = property
  const { type, label, description, placeholder, ...rules } = facts
  // Several are chosen from the options of one.
  const choices = options ?? items?.options
  const control = controlType(property)
  return {
    type,
    ...(control && { controlType: control }),
    ...(label !== undefined && { label }),
    ...(description !== undefined && { description }),
    ...(placeholder !== undefined && { placeholder }),
    ...(isScalar(defaultValue) && { defaultValue }),
    ...(type === 'BOOLEAN' && { options: [choice(true), choice(false)] }),
    ...(choices && { options: choices.flatMap(optionManifest) }),
    ...(optionsDataSource && { optionsDataSource: optionsSource(optionsDataSource) }),
    ...(propertiesDataSource && { propertiesDataSource: propertiesSource(propertiesDataSource) }),
    ...rules,
    ...(unless && { minLengthUnless: { ...unless } }),
    ...(properties && { properties: propertyManifests(properties) }),
    ...(items && { items: [propertyManifest(items)] }),
  }
}

const optionsSource = ({
  name,
  record,
  searchable,
  optionsLookupDependsOn: dependsOn,
  partOf,
}: NonNullable<
  Property['optionsDataSource']
>): Required<PropertyManifest>['optionsDataSource'] => ({
  name,
  ...(record !== undefined && { record }),
  ...(searchable && { searchable: true }),
  ...(dependsOn && { optionsLookupDependsOn: [...dependsOn] }),
  ...(partOf && { partOf: partOf.name }),
})

const propertiesSource = ({
  propertiesLookupDependsOn: dependsOn,
}: NonNullable<
  Property['propertiesDataSource']
>): Required<PropertyManifest>['propertiesDataSource'] => ({
  ...(dependsOn && { propertiesLookupDependsOn: [...dependsOn] }),
})

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const optionManifest = (option: unknown): OptionManifest[] => {
  if (isScalar(option)) return [choice(option)]
  const [label, value] = [member(option, 'label'), member(option, 'value')]
  return typeof label === 'string' && isScalar(value) ? [{ label, value }] : []
}

/** `all_not_deleted` becomes `All not deleted`. */
const choice = (value: string | number | boolean): OptionManifest => {
  const words = String(value).replace(/[_.]/g, ' ')
  return { label: words.charAt(0).toUpperCase() + words.slice(1), value }
}

/** ByteChef's rules: a value with options is selected, and so is every boolean. */
const controlType = (property: Property): ControlType | undefined => {
  const { type, options, optionsDataSource, items } = property
  if (property.controlType || type === 'DYNAMIC_PROPERTIES') return property.controlType
  const chosen = options !== undefined || optionsDataSource !== undefined
  if (type === 'ARRAY') return chosen || items?.options ? 'MULTI_SELECT' : 'ARRAY_BUILDER'
  if (type === 'TIME') return 'TIME'
  if (chosen || type === 'BOOLEAN') return 'SELECT'
  if (type === 'OBJECT') return 'OBJECT_BUILDER'
  return type === 'STRING' ? 'TEXT' : type
}
