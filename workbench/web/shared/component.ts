import { useQuery } from '@tanstack/react-query'
import type {
  ActionManifest,
  ComponentManifest,
  TriggerManifest,
} from '../../../definitions/index.ts'
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
  const prefix = `${manifest.name}/v${manifest.version}/`
  return type.startsWith(prefix) ? operationNamed(manifest, type.slice(prefix.length)) : undefined
}
