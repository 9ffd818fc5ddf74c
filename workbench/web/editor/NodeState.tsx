import { Badge, Loader, Text, Tooltip } from '@mantine/core'
import { count, duration } from '../shared/format.ts'
import { nextStep } from '../shared/nextStep.ts'
import { useRun } from './run.ts'
import type { Progress } from './runProgress.ts'
import { useEditor } from './store.ts'

const labels = { running: 'Running', done: 'Done', failed: 'Failed', parked: 'Unknown outcome' }
const colors = { running: 'blue', done: 'green', failed: 'red', parked: 'orange' }

const told = ({ state, rows, requests, cut, step }: Progress): string => {
  if (step?.error) return `${step.error.message} ${nextStep(step.error)}`
  const parts = [
    rows !== undefined && count(rows, 'row'),
    cut !== undefined && `cut to ${count(cut, 'row')}`,
    requests > 0 && count(requests, 'request'),
    step && count(step.tokens, 'token'),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : labels[state]
}

/** How the node has done in the last run; before, what is still wrong with it. */
export const NodeState = ({ name }: { name: string }) => {
  const progress = useRun(({ nodes }) => nodes[name])
  const problems = useEditor(editor => editor.problems.ofNode.get(name))
  if (progress)
    return (
      <Tooltip label={told(progress)} openDelay={150}>
        <Badge
          color={colors[progress.state]}
          variant="light"
          size="sm"
          tt="none"
          leftSection={progress.state === 'running' && <Loader size={9} aria-hidden />}
        >
          {progress.state === 'done' && progress.step
            ? `${duration(progress.step.ms)} · ${count(progress.step.tokens, 'token')}`
            : labels[progress.state]}
        </Badge>
      </Tooltip>
    )
  if (!problems) return null
  return (
    <Tooltip
      openDelay={150}
      label={problems.map(({ path, problem }) => (
        <Text key={path + problem} size="xs">
          {path && `${path}: `}
          {problem}
        </Text>
      ))}
    >
      <Badge color="orange" variant="light" size="sm" tt="none">
        {count(problems.length, 'problem')}
      </Badge>
    </Tooltip>
  )
}
