import { Badge, Loader, Tooltip } from '@mantine/core'
import type { RunSummary, StepView } from '../../api/index.ts'

type State = RunSummary['state'] | StepView['state']

const states: Record<State, { color: string; label: string; meaning: string }> = {
  waiting: { color: 'gray', label: 'Waiting', meaning: 'Queued, or waiting to be retried' },
  running: { color: 'blue', label: 'Running', meaning: 'In progress' },
  done: { color: 'green', label: 'Done', meaning: 'All steps completed' },
  failed: { color: 'red', label: 'Failed', meaning: 'A step failed' },
  skipped: { color: 'gray', label: 'Skipped', meaning: 'Not run, for the reason that is given' },
  cancelled: { color: 'gray', label: 'Cancelled', meaning: 'Stopped by hand' },
  parked: {
    color: 'orange',
    label: 'Outcome unknown',
    meaning: 'Stopped during a write that Pipedrive may or may not have carried out',
  },
  dead: {
    color: 'red',
    label: 'Failed',
    meaning: 'A step failed, and it will not be retried automatically',
  },
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
        flex="none"
        leftSection={state === 'running' && <Loader size={10} color={color} aria-hidden />}
      >
        {label}
      </Badge>
    </Tooltip>
  )
}
