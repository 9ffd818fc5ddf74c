import { Badge, Loader, Tooltip } from '@mantine/core'
import type { RunSummary, StepView } from '../../api/index.ts'

type State = RunSummary['state'] | StepView['state']

const states: Record<State, { color: string; label: string; meaning: string }> = {
  waiting: { color: 'gray', label: 'Waiting', meaning: 'Waits to be run, or to be tried again.' },
  running: { color: 'blue', label: 'Running', meaning: 'Runs now.' },
  done: { color: 'green', label: 'Done', meaning: 'All of it has been done.' },
  failed: { color: 'red', label: 'Failed', meaning: 'A step has failed.' },
  parked: {
    color: 'orange',
    label: 'Look in Pipedrive',
    meaning: 'Stopped inside a write: whether Pipedrive has done it is not known.',
  },
  dead: { color: 'red', label: 'Given up', meaning: 'Has failed at every try.' },
}

export const RunBadge = ({ state }: { state: State }) => {
  const { color, label, meaning } = states[state]
  return (
    <Tooltip label={meaning}>
      <Badge
        color={color}
        variant="light"
        tt="none"
        fw={600}
        leftSection={state === 'running' && <Loader size={10} color={color} aria-hidden />}
      >
        {label}
      </Badge>
    </Tooltip>
  )
}
