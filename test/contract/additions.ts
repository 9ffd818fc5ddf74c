import type {
  ComponentManifest,
  OutputDefinitionManifest,
  PropertyManifest,
} from '../../definitions/index.ts'
import type { Facts, OperationFacts } from './facts.ts'

/**
 * Leaves out what the contract does not have: operations, properties and members of outputs. They
 * may be added without an erratum; the rest is held to the letter.
 */
export const withoutAdditions = (
  manifest: ComponentManifest,
  { actions, triggers }: Facts,
): ComponentManifest => ({
  ...manifest,
  actions: manifest.actions.flatMap(action =>
    factsOf(action, actions).map(facts => ({
      ...action,
      properties: inputs(action.properties, facts),
      outputDefinition: output(action.outputDefinition, facts),
    })),
  ),
  triggers: manifest.triggers.flatMap(({ properties, ...trigger }) =>
    factsOf(trigger, triggers).map(facts => ({
      ...trigger,
      ...(facts.inputs.length > 0 && properties && { properties: inputs(properties, facts) }),
      outputDefinition: output(trigger.outputDefinition, facts),
    })),
  ),
})

const factsOf = (operation: { readonly name: string }, all: readonly OperationFacts[]) =>
  all.filter(({ name }) => name === operation.name)

const inputs = (properties: readonly PropertyManifest[], facts: OperationFacts) =>
  known(properties, new Set(facts.inputs.map(({ path }) => path)))

const output = ({ outputResponse }: OutputDefinitionManifest, { outputs }: OperationFacts) => {
  const { outputSchema } = outputResponse
  const paths = new Set(outputs.map(line => line.split(' ')[0] ?? ''))
  const properties = known(outputSchema.properties ?? [], paths)
  return { outputResponse: { ...outputResponse, outputSchema: { ...outputSchema, properties } } }
}

/** Properties whose paths are known, at every depth. */
const known = (
  properties: readonly PropertyManifest[],
  paths: ReadonlySet<string>,
  parent = '',
): PropertyManifest[] =>
  properties.flatMap(property => {
    const { name, properties: members, items } = property
    const path = name === undefined ? parent : `${parent}.${name}`.replace(/^\./, '')
    if (!paths.has(path)) return []
    return {
      ...property,
      ...(members && { properties: known(members, paths, path) }),
      ...(items && { items: known(items, paths, `${path}[]`) }),
    }
  })
