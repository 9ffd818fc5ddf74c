import { pipedrive } from '../../component/index.ts'
import { driveSync, optionsSources } from '../../engine/index.ts'
import {
  toManifest,
  type HttpRequest,
  type OptionsDataSource,
  type PropertyManifest,
} from '../../definitions/index.ts'

/** What is held against the contract of an input. Absent facts are left out. */
export interface InputFacts {
  readonly path: string
  readonly type: string
  readonly control: string
  readonly label?: string
  readonly required?: true
  readonly default?: unknown
  readonly placeholder?: string
  readonly options?: readonly unknown[]
  readonly shownIf?: string
  /** The list that feeds a live select, and the members of its rows that become value and text. */
  readonly list?: string
  readonly value?: string
  readonly text?: string
  readonly dependsOn?: string
}

export interface OperationFacts {
  readonly name: string
  readonly title: string
  readonly type?: string
  readonly inputs: readonly InputFacts[]
  /** `path TYPE`, in order. */
  readonly outputs: readonly string[]
}

export interface Facts {
  readonly component: Readonly<Record<string, unknown>>
  readonly connection: Readonly<Record<string, unknown>> & {
    readonly properties: readonly InputFacts[]
  }
  readonly actions: readonly OperationFacts[]
  readonly triggers: readonly OperationFacts[]
}

type Sources = ReadonlyMap<string, OptionsDataSource<unknown>>
const noSources: Sources = new Map()

/** The facts of our definition, in the form of `seed-facts.json`. */
export const ourFacts = (): Facts => {
  const manifest = toManifest(pipedrive)
  const { name, title, version, description, icon, customAction, componentCategories } = manifest
  const categories = componentCategories.map(category => category.name)
  const [authorization] = manifest.connection.authorizations
  if (!authorization) throw new Error('there is no authorization')
  return {
    component: { name, title, version, description, icon, customAction, categories },
    connection: {
      version: manifest.connection.version,
      ...authorization,
      properties: inputs(authorization.properties, noSources),
    },
    actions: manifest.actions.map((action, index) => ({
      name: action.name,
      title: action.title,
      inputs: inputs(action.properties, sourcesOf(index)),
      outputs: outputs(action.outputDefinition.outputResponse.outputSchema),
    })),
    triggers: manifest.triggers.map(trigger => ({
      name: trigger.name,
      title: trigger.title,
      type: trigger.type,
      inputs: inputs(trigger.properties ?? [], noSources),
      outputs: outputs(trigger.outputDefinition.outputResponse.outputSchema),
    })),
  }
}
const sourcesOf = (index: number): Sources =>
  optionsSources(pipedrive.actions[index] ?? { properties: {} })

const inputs = (
  properties: readonly PropertyManifest[],
  sources: Sources,
  parent = '',
): readonly InputFacts[] =>
  properties.flatMap(property => {
    const path = property.name === undefined ? parent : [parent, property.name].join('.')
    return inputFacts(property, path.replace(/^\./, ''), sources)
  })

const inputFacts = (
  property: PropertyManifest,
  path: string,
  sources: Sources,
): readonly InputFacts[] => {
  const { type, controlType, label, required, defaultValue, placeholder, options } = property
  const { displayCondition, optionsDataSource, properties = [], items = [] } = property
  const dependsOn = optionsDataSource?.optionsLookupDependsOn?.join()
  // The source of a list's items is found under the list.
  const source = optionsDataSource && sources.get(path.replace('[]', ''))
  const facts = {
    path,
    type,
    control: controlType ?? 'null',
    ...(label !== undefined && { label }),
    ...(required && { required }),
    ...(defaultValue !== undefined && { default: defaultValue }),
    ...(placeholder !== undefined && { placeholder }),
    ...(options && { options: options.map(({ value }) => value) }),
    ...(displayCondition !== undefined && { shownIf: displayCondition }),
    ...(source && feed(source)),
    ...(dependsOn !== undefined && { dependsOn }),
  }
  const within = [...inputs(properties, sources, path), ...inputs(items, sources, `${path}[]`)]
  return [facts, ...within]
}

/** Asks a live list for its choices, and looks what it asks Pipedrive for and makes of a row. */
const feed = (source: OptionsDataSource<unknown>) => {
  const requests: HttpRequest[] = []
  const { options } = driveSync(source.options({ input: {} }), request => {
    requests.push(request)
    return { status: 200, headers: {}, body: { data: [{ ...rowOf(request), options: [] }] } }
  })
  const row = Object.entries(rowOf(requests.at(-1)))
  const [option] = options
  return {
    list: requests.at(-1)?.path.replace(/^\/api\/v\d/, '') ?? 'none',
    value: row.find(([, member]) => member === option?.value)?.[0] ?? 'none',
    text: row.find(([, member]) => option?.label.startsWith(`${member}`))?.[0] ?? 'none',
  }
}

const rowOf = (request: HttpRequest | undefined) => ({
  id: request?.path.includes('lead') ? 'seven' : 7,
  name: 'A name',
  title: 'The title',
  code: 'EUR',
  symbol: '€',
  pipeline_id: 7,
  field_code: 'label',
})

const outputs = (property: PropertyManifest, path = ''): readonly string[] => [
  ...(path ? [`${path} ${property.type}`] : []),
  ...(property.properties ?? []).flatMap(child =>
    outputs(child, path ? `${path}.${child.name}` : child.name),
  ),
  ...(property.items ?? []).flatMap(item => outputs(item, `${path}[]`)),
]

const operation = ({ name, title, type, inputs, outputs }: OperationFacts) => [
  [name, [title, type].filter(Boolean).join(', ')],
  ...inputs.flatMap(input => inputLines(`${name} input`, input)),
  ...outputs.map(output => output.split(' ')).map(([path, of]) => [`${name} output ${path}`, of]),
]

const inputLines = (parent: string, { path, type, ...facts }: InputFacts) => [
  [`${parent} ${path}`, type],
  ...Object.entries(facts).map(([fact, value]) => [`${parent} ${path} ${fact}`, said(value)]),
]

const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** One line for each fact: what it is about, and what is said. Their order is the operations'. */
export const lines = ({ component, connection, actions, triggers }: Facts) => {
  const { properties, ...authorization } = connection
  return new Map<string, string>(
    [
      ...Object.entries(component).map(([fact, value]) => [`component ${fact}`, said(value)]),
      ...Object.entries(authorization).map(([fact, value]) => [`connection ${fact}`, said(value)]),
      ...properties.flatMap(property => inputLines('connection input', property)),
      ...[...actions, ...triggers].flatMap(operation),
    ].map(([fact = '', value = '']) => [fact, value]),
  )
}

/**
 * Facts of what the contract does not have: operations, properties that may be left empty, members
 * of outputs. A fact more about what it has is a change.
 */
export const additions = (
  contract: ReadonlyMap<string, string>,
  ours: ReadonlyMap<string, string>,
): ReadonlySet<string> => {
  const isAddition = (fact: string) => {
    const [operation = '', kind, path] = fact.split(' ')
    if (contract.has(fact) || fact.startsWith('component ') || fact.startsWith('connection '))
      return false
    if (!contract.has(operation)) return true
    const subject = `${operation} ${kind} ${path}`
    if (contract.has(subject)) return false
    // What an addition needs within itself matters only where it is given.
    const parent = subject.replace(/(\.\w+|\[\])$/, '')
    return fact !== `${subject} required` || !contract.has(parent)
  }
  return new Set([...ours.keys()].filter(isAddition))
}
