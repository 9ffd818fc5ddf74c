import { useQueryClient } from '@tanstack/react-query'
import { useComponent } from '../shared/component.ts'
import { useConnections } from '../shared/queries.ts'
import { incompleteProblem } from '../validation/nodeErrors.ts'
import { startRun, type EventSource } from '../workflow/run.ts'
import { selectConnectionId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { showAside } from './uiState.ts'

/** Where an event for the first node is at hand: the most real first. */
export const useEventSources = (): readonly [EventSource, ...EventSource[]] => {
  const { data: connections } = useConnections()
  const connectionId = useEditor(selectConnectionId)
  const hasLast = useEditor(({ workflow }) => {
    const trigger = workflow?.definition.triggers[0]?.name
    return trigger !== undefined && Object.hasOwn(workflow?.samples ?? {}, trigger)
  })
  const last = hasLast ? (['last'] as const) : []
  const connection = connections?.find(({ id }) => id === connectionId)
  if (connection?.sandbox) return ['cause', ...last, 'sample']
  return hasLast ? ['last', 'sample'] : ['sample']
}

export const useStartRun = () => {
  const queries = useQueryClient()
  const { data: manifest } = useComponent()
  return (source: EventSource) => {
    showAside('runs')
    if (manifest) void startRun(source, workflow => incompleteProblem(queries, manifest, workflow))
  }
}
