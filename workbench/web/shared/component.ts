import { useQuery } from '@tanstack/react-query'
import type {
  ActionManifest,
  ComponentManifest,
  ListLocation,
  TriggerManifest,
} from '../../../definitions/index.ts'
import { parseType } from '../../../engine/index.ts'
import { call } from './http.ts'

export type Operation = ActionManifest | TriggerManifest

/** The manifest of Pipedrive: everything that palette and forms are drawn from. */
export const useComponent = () =>
  useQuery({
    queryKey: ['component'],
    queryFn: () => call<ComponentManifest>('GET', '/component.json'),
    staleTime: Infinity,
  })

export const operationNamed = (
  { actions, triggers, customActionDefinition }: ComponentManifest,
  name: string,
): Operation | undefined =>
  [...triggers, ...actions, customActionDefinition].find(operation => operation.name === name)

/** The operation that a type such as `pipedrive/v1/addDeal` names. */
export const operationOf = (manifest: ComponentManifest, type: string): Operation | undefined => {
  const { component, version, operation = '' } = parseType(type) ?? {}
  const isOwn = component === manifest.name && version === `v${manifest.version}`
  return isOwn ? operationNamed(manifest, operation) : undefined
}

/** All the places where lists of the component have their rows. */
export const listLocations = ({ actions }: ComponentManifest): readonly ListLocation[] => [
  ...new Map(
    actions.flatMap(({ metadata: { list } }) => (list ? [[list.rows, list]] : [])),
  ).values(),
]
