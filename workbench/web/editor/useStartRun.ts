import { useQueryClient } from '@tanstack/react-query'
import { member } from '../../../definitions/index.ts'
import { useComponent } from '../shared/component.ts'
import { useConnections } from '../shared/queries.ts'
import { incompleteProblem } from '../validation/nodeErrors.ts'
import { isPinned, type RunPart } from '../workflow/pins.ts'
import { startRun, type RunEvent } from '../workflow/run.ts'
import { selectConnectionId, selectTrigger, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { showAside, useUiState } from './uiState.ts'

const cause: RunEvent = { source: 'cause', label: 'new event' }
const pinned: RunEvent = { source: 'pinned', label: 'pinned event' }
const sample: RunEvent = { source: 'sample', label: 'sample event' }

/** Where an event for the first node is at hand: the most real first. */
export const useRunEvents = (): readonly [RunEvent, ...RunEvent[]] => {
  const { data: connections } = useConnections()
  const connectionId = useEditor(selectConnectionId)
  const node = useEditor(selectTrigger)
  const trigger = node?.name ?? ''
  const output = useEditor(({ workflow }) => workflow?.samples[trigger])
  const name = ['title', 'name', 'subject'].map(key => member(output, key)).find(Boolean)
  const label = typeof name === 'string' ? `last event: ${name}` : 'last event'
  const last: readonly RunEvent[] = output === undefined ? [] : [{ source: 'last', label }]
  const connection = connections?.find(({ id }) => id === connectionId)
  const others: readonly RunEvent[] = connection?.sandbox
    ? [cause, ...last, sample]
    : [...last, sample]
  if (isPinned(node)) return [pinned, ...others]
  const [first = sample, ...rest] = others
  return [first, ...rest]
}

/** The event that Run takes: the one that was chosen last, or else the most real one. */
export const useRunEvent = (): RunEvent => {
  const workflowId = useEditor(selectWorkflowId)
  const connectionId = useEditor(selectConnectionId)
  const chosen = useUiState(({ runEvent }) => runEvent)
  const events = useRunEvents()
  if (chosen?.workflowId !== workflowId || chosen?.connectionId !== connectionId) return events[0]
  const { event } = chosen
  return event.source === 'run'
    ? event
    : (events.find(({ source }) => source === event.source) ?? events[0])
}

export const useStartRun = () => {
  const queries = useQueryClient()
  const { data: manifest } = useComponent()
  return (event: RunEvent, part: RunPart = {}) => {
    showAside('runs')
    if (manifest)
      void startRun(event, workflow => incompleteProblem(queries, manifest, workflow), part)
  }
}
