import {
  toManifest,
  type Action,
  type ActionManifest,
  type Component,
  type PropertyManifest,
  type RecordKind,
} from '../../../definitions/index.ts'

export type Collection = 'additionalFields' | 'filters' | 'updateFields'

/** A property of an action, and the parameter of the node that holds its value. */
export interface Field {
  /** From the action's input: `['deal', 'title']`. */
  readonly path: readonly string[]
  readonly name: string
  readonly property: PropertyManifest
  /** The collection it is a member of; absent where it stands on top. */
  readonly collection?: Collection
}

/** Where n8n shows an action. */
export interface Placed {
  readonly action: Action
  readonly manifest: ActionManifest
  readonly resource: string
  /** n8n's name of it, such as `getAll`. */
  readonly operation: string
  readonly kind: RecordKind
  readonly fields: readonly Field[]
  /** It can look for what a write of unknown outcome has made. */
  readonly canFind: boolean
}

/** n8n's own words for what the API calls otherwise. */
const operations: Readonly<Record<string, string>> = { add: 'create', list: 'getAll' }

/** The operation that stands first in a form of its resource. */
export const collectionOf = ({ verb }: { readonly verb: string }): Collection => {
  if (verb === 'list') return 'filters'
  return verb === 'update' ? 'updateFields' : 'additionalFields'
}

/** Which property of which action goes where; from the definition alone. */
export const layoutOf = (component: Component): readonly Placed[] =>
  toManifest(component).actions.map((manifest, index) => {
    const action = component.actions[index]
    const { subject } = manifest
    const kind = subject && component.records?.[subject.record]
    if (!action || !subject || !kind)
      throw new TypeError(`${manifest.name} does not say what it is about`)
    return {
      action,
      manifest,
      resource: subject.record,
      operation: operations[subject.verb] ?? subject.verb,
      kind,
      fields: fieldsOf(manifest, subject),
      canFind: action.findExisting !== undefined,
    }
  })

const fieldsOf = (
  { properties, anyOf, metadata }: ActionManifest,
  subject: { readonly record: string; readonly verb: string },
): readonly Field[] => {
  const oneOf = new Set(anyOf?.flat())
  const shown = properties.filter(({ name }) => !(metadata.list && name === 'limit'))
  return shown.flatMap(unwrapped).map(({ path, property }) => {
    const name = path.at(-1) ?? ''
    const isOnTop = property.required === true || oneOf.has(path.join('.'))
    if (isOnTop) return { path, property, name: name === 'id' ? `${subject.record}Id` : name }
    return { path, property, name, collection: collectionOf(subject) }
  })
}

/** The members of an object that has to be there stand for themselves. */
const unwrapped = (
  property: PropertyManifest,
): readonly { readonly path: readonly string[]; readonly property: PropertyManifest }[] => {
  const { name = '', type, required, properties } = property
  return type === 'OBJECT' && required === true && properties
    ? properties.map(inner => ({ path: [name, inner.name ?? ''], property: inner }))
    : [{ path: [name], property }]
}

/** Where n8n keeps the value of a property: `deal.pipeline_id` → `additionalFields.pipeline_id`. */
export const parameterPath = ({ fields }: Pick<Placed, 'fields'>, path: string): string => {
  const field = fields.find(one => one.path.join('.') === path)
  if (!field) return path
  return field.collection ? `${field.collection}.${field.name}` : field.name
}

/** Where the record, or the rows, of an action stand in its output. */
export const outputPath = ({ recordPath }: Component, { list }: Action): string =>
  list?.rows ?? recordPath

/** The properties of the record, or of a row, that an action puts out. */
export const recordProperties = (
  component: Component,
  { action, manifest }: Placed,
): readonly PropertyManifest[] => {
  const start: PropertyManifest = manifest.outputDefinition.outputResponse.outputSchema
  const at = outputPath(component, action)
    .split('.')
    .reduce<PropertyManifest | undefined>(
      (property, name) => property?.properties?.find(inner => inner.name === name),
      start,
    )
  return (action.list ? at?.items?.[0]?.properties : at?.properties) ?? []
}
