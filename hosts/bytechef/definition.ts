import {
  actionManifest,
  propertyManifest,
  type Action,
  type Authorization,
  type Component,
  type Property,
  type Trigger,
} from '../../definitions/index.ts'
import { definitionProperty, definitionProperties, type Definition } from './definitionProperty.ts'

/** A function in the layout: what it does can't be written down, that it is there can. */
const present = {}

/**
 * The component as ByteChef writes its own definitions down: every key is there, null where there is
 * nothing, and functions are empty objects.
 */
export const toDefinition = (component: Component): Definition => ({
  actions: component.actions.map(actionDefinition),
  clusterElements: component.actions.map(clusterElement),
  componentCategories: component.componentCategories.map(name => ({
    label: name,
    name: name.toLowerCase(),
  })),
  connection: {
    authorizationRequired: null,
    authorizations: component.connection.authorizations.map(authorizationDefinition),
    baseUri: present,
    help: null,
    processErrorResponse: null,
    properties: null,
    test: present,
    version: component.connection.version,
  },
  customAction: true,
  customActionHelp: null,
  description: component.description,
  icon: component.icon,
  inputs: null,
  metadata: null,
  name: component.name,
  resources: null,
  tags: null,
  title: component.title,
  triggers: component.triggers.map(triggerDefinition),
  unifiedApi: null,
  version: component.version,
})

const actionDefinition = (action: Action): Definition => ({
  batch: null,
  beforeResume: null,
  beforeSuspend: null,
  beforeTimeoutResume: null,
  deprecated: null,
  description: action.description,
  help: null,
  metadata: { ...actionManifest(action).metadata },
  name: action.name,
  outputDefinition: outputDefinition(action),
  perform: present,
  processErrorResponse: null,
  properties: propertiesOf(action),
  resumePerform: null,
  title: action.title,
  workflowNodeDescription: null,
})

/** An action as a tool of AI agents. */
const clusterElement = (action: Action): Definition => ({
  description: action.description,
  element: present,
  help: null,
  name: action.name,
  outputDefinition: outputDefinition(action),
  processErrorResponse: null,
  properties: propertiesOf(action),
  title: action.title,
  type: { key: 'tools', label: 'Tools', multipleElements: true, name: 'TOOLS', required: false },
  workflowNodeDescription: null,
})

const triggerDefinition = (trigger: Trigger): Definition => ({
  batch: null,
  deduplicate: null,
  deprecated: null,
  description: trigger.description,
  dynamicWebhookRefresh: null,
  help: null,
  listenerDisable: null,
  listenerEnable: null,
  name: trigger.name,
  outputDefinition: outputDefinition(trigger),
  poll: null,
  processErrorResponse: null,
  properties: null,
  title: trigger.title,
  type: trigger.type,
  webhookDisable: present,
  webhookEnable: present,
  webhookRawBody: null,
  webhookRequest: present,
  webhookValidate: present,
  webhookValidateOnEnable: null,
  workflowNodeDescription: null,
  workflowSyncExecution: null,
})

const outputDefinition = ({
  output,
  sampleOutput,
}: {
  readonly output: Property
  readonly sampleOutput: unknown
}): Definition => {
  const outputSchema = definitionProperty(propertyManifest(output))
  return {
    output: null,
    outputResponse: { outputSchema, placeholder: null, sampleOutput },
    outputSchema,
    sampleOutput,
  }
}

const authorizationDefinition = (authorization: Authorization): Definition => ({
  acquire: null,
  apply: null,
  authorizationCallback: null,
  authorizationUrl: present,
  clientId: null,
  clientSecret: null,
  description: null,
  detectOn: null,
  name: authorization.name,
  oauth2AuthorizationExtraQueryParameters: null,
  pkce: null,
  properties: Object.entries(authorization.properties).map(([name, property]) =>
    definitionProperty({ name, ...propertyManifest(property) }),
  ),
  refresh: null,
  refreshOn: [...authorization.refreshOn],
  refreshToken: null,
  refreshUrl: present,
  scopes: present,
  title: authorization.title,
  tokenUrl: present,
  type: authorization.type,
})

const propertiesOf = (action: Action) => definitionProperties(actionManifest(action).properties)
