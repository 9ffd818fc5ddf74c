import { useQuery } from '@tanstack/react-query'
import type {
  ActionManifest,
  ComponentManifest,
  TriggerManifest,
} from '../../../definitions/manifest.ts'
import { call } from './http.ts'

export type Operation = ActionManifest | TriggerManifest

/** The manifest of Pipedrive: everything that palette and forms are drawn from. */
export const useComponent = () =>
  useQuery({
    queryKey: ['component'],
    queryFn: () => call<ComponentManifest>('GET', '/component.json'),
    staleTime: Infinity,
  })

/** The operation that a type such as `pipedrive/v1/addDeal` names. */
export const operationOf = (manifest: ComponentManifest, type: string): Operation | undefined => {
  const { name, version, actions, triggers, customActionDefinition } = manifest
  const prefix = `${name}/v${version}/`
  return [...triggers, ...actions, customActionDefinition].find(
    operation => type === prefix + operation.name,
  )
}
