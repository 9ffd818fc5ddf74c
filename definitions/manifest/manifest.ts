import type { ListLocation } from '../pages.ts'
import type { ControlType, PropertyType } from '../property.ts'

/**
 * What `component.json` holds: everything a host needs to draw forms without running code.
 * The keys are ByteChef's; absent ones are left out. `component.schema.json` is made from here.
 */
export interface ComponentManifest {
  $schema?: string
  name: string
  title: string
  description: string
  version: number
  icon: string
  componentCategories: CategoryManifest[]
  /** The kinds of records that there are operations for. */
  records?: RecordManifest[]
  connection: ConnectionManifest
  actions: ActionManifest[]
  triggers: TriggerManifest[]
  /** Hosts may offer one extra operation that makes any call of the API. */
  customAction: boolean
  customActionDefinition: ActionManifest
}

export interface RecordManifest {
  name: string
  title: string
  pluralTitle: string
  /** Their page on the domain of the account, `{id}` in place of the id. */
  path?: string
}

/** What an operation is about and what it does. */
export interface SubjectManifest {
  /** A name of `records`. */
  record: string
  /** In the API's own words, such as `add`; `list` gives all, `create` and `change` are events. */
  verb: string
}

export interface CategoryManifest {
  name: string
  label: string
}

export interface ConnectionManifest {
  version: number
  authorizations: AuthorizationManifest[]
}

export interface AuthorizationManifest {
  name: string
  type: string
  title: string
  properties: PropertyManifest[]
  authorizationUrl: string
  tokenUrl: string
  refreshUrl: string
  scopes: string[]
}

export interface ActionManifest {
  name: string
  title: string
  description: string
  /** A sentence for agents: what the action is for, and when to use another one. */
  agentHint: string
  properties: PropertyManifest[]
  /** At least one of these groups of paths must be filled in. */
  anyOf?: string[][]
  outputDefinition: OutputDefinitionManifest
  subject?: SubjectManifest
  metadata: ActionMetadata
}

/** Flags for agents and hosts. */
export interface ActionMetadata {
  readOnly: boolean
  destructive: boolean
  idempotent: boolean
  /** Present where the output is a list that can be read page by page. */
  list?: ListLocation
}

export interface TriggerManifest {
  name: string
  title: string
  description: string
  type: string
  subject?: SubjectManifest
  /** Absent: there is nothing to fill in. */
  properties?: PropertyManifest[]
  outputDefinition: OutputDefinitionManifest
}

export interface OutputDefinitionManifest {
  outputResponse: OutputResponseManifest
}

export interface OutputResponseManifest {
  outputSchema: PropertyManifest
  sampleOutput: unknown
}

export interface PropertyManifest {
  name?: string
  type: PropertyType
  /** Absent on dynamic properties, which are drawn as the properties that the host is given. */
  controlType?: ControlType
  label?: string
  description?: string
  placeholder?: string
  required?: boolean
  /** Null is a value of its own: it clears what is there. */
  nullable?: boolean
  defaultValue?: string | number | boolean
  options?: OptionManifest[]
  /** Other values than the options are taken too. */
  openOptions?: boolean
  /** Several options may be given as one text, with this between them. */
  optionsSeparator?: string
  /** Present on a live list: the host asks the component for the choices. */
  optionsDataSource?: OptionsDataSourceManifest
  displayCondition?: string
  /** @minimum 0 */
  minLength?: number
  /** @minimum 0 */
  maxLength?: number
  /** `minLength` does not apply while these siblings have these values. */
  minLengthUnless?: Record<string, string | number | boolean>
  regex?: string
  /** What `regex` stands for, in messages: `a number`. */
  patternMessage?: string
  minValue?: number
  maxValue?: number
  /** Path of another property of the operation that this one says something about. */
  belongsTo?: string
  properties?: PropertyManifest[]
  items?: PropertyManifest[]
  /** Present on dynamic properties: the host asks the component for them. */
  propertiesDataSource?: PropertiesDataSourceManifest
  additionalProperties?: boolean
}

export interface OptionManifest {
  label: string
  value: string | number | boolean
}

export interface OptionsDataSourceManifest {
  /** One for each list, however many properties are chosen from it. */
  name: string
  /** The kind of records in the list, a name of `records`. */
  record?: string
  /** Present where the API searches the list and gives it page by page. */
  searchable?: boolean
  optionsLookupDependsOn?: string[]
  /** The name of the list that has all of it, where this one follows other properties. */
  partOf?: string
}

export interface PropertiesDataSourceManifest {
  propertiesLookupDependsOn?: string[]
}
