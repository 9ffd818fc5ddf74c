import { Menu, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { RunSummary } from '../../api/index.ts'
import { time } from '../shared/format.ts'
import { call } from '../shared/http.ts'
import { useConnections } from '../shared/queries.ts'
import type { EventSource, RunEvent } from '../workflow/run.ts'
import { selectConnectionId, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { chooseRunEvent } from './uiState.ts'
import { useRunEvents, useStartRun } from './useStartRun.ts'

const labels: Record<Exclude<EventSource, 'run'>, string> = {
  cause: 'Create a new event in the sandbox',
  last: 'Use the last event',
  sample: 'Use the sample event',
  pinned: 'Use the pinned event',
}

const maxPast = 8

/** The events of earlier runs in the same account. */
const usePastEvents = (): readonly RunEvent[] => {
  const workflow = useEditor(selectWorkflowId) ?? ''
  const connection = useEditor(selectConnectionId) ?? ''
  const { data = [] } = useQuery({
    queryKey: ['pastEvents', workflow, connection],
    queryFn: () => {
      const query = new URLSearchParams({ workflow, connection })
      return call<readonly RunSummary[]>('GET', `/api/runs?${query.toString()}`)
    },
    staleTime: 0,
  })
  return data.slice(0, maxPast).map(({ id, title, receivedAt }) => ({
    source: 'run',
    runId: id,
    label: title ?? `event of ${time(receivedAt)}`,
    at: receivedAt,
  }))
}

/** What a run can begin with; the one that Run takes is marked. */
export const RunMenu = ({ chosen }: { chosen: RunEvent }) => {
  const workflowId = useEditor(selectWorkflowId)
  const connectionId = useEditor(selectConnectionId)
  const events = useRunEvents()
  const past = usePastEvents()
  const run = useStartRun()
  const { data: connections = [] } = useConnections()
  const account = connections.find(({ id }) => id === connectionId)?.name
  const item = (event: RunEvent) => {
    const isChosen = event.source === chosen.source && event.runId === chosen.runId
    return (
      <Menu.Item
        key={`${event.source} ${event.runId}`}
        leftSection={<IconCheck size={14} opacity={isChosen ? 1 : 0} aria-hidden />}
        {...(isChosen && { 'aria-current': 'true' })}
        onClick={() => {
          if (workflowId !== undefined) chooseRunEvent({ workflowId, connectionId, event })
          run(event)
        }}
      >
        {event.source === 'run' ? event.label : labels[event.source]}
        {event.at !== undefined && (
          <Text size="xs" c="dimmed">
            {time(event.at)}
          </Text>
        )}
      </Menu.Item>
    )
  }
  return (
    <>
      <Menu.Label>Run with</Menu.Label>
      {events.map(item)}
      {past.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Label>Events of earlier runs{account && ` in ${account}`}</Menu.Label>
          {past.map(item)}
        </>
      )}
    </>
  )
}
