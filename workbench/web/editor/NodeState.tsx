import { Badge, Loader, Text, Tooltip } from '@mantine/core'
import type { NodeJson } from '../../api/index.ts'
import type { FieldError } from '../validation/fieldErrors.ts'
import type { Operation } from '../shared/component.ts'
import { count, duration } from '../shared/format.ts'
import { nextStep } from '../shared/nextStep.ts'
import { useFieldErrors } from '../validation/nodeErrors.ts'
import { useRun } from '../workflow/run.ts'
import type { Progress } from '../workflow/runProgress.ts'
import { useEditor } from '../workflow/store.ts'

const labels = { running: 'Running', done: 'Done', failed: 'Failed', parked: 'Unknown outcome' }
const colors = { running: 'blue', done: 'green', failed: 'red', parked: 'orange' }

const progressText = ({ state, rows, requests, cut, step }: Progress): string => {
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
export const NodeState = ({ node, operation }: Props) => {
  const progress = useRun(({ nodes }) => nodes[node.name])
  if (progress) return <RunStatus progress={progress} />
  if (operation?.properties?.length) return <FormStatus node={node} operation={operation} />
  return <ValidationStatus name={node.name} />
}

interface Props {
  readonly node: NodeJson
  readonly operation: Operation | undefined
}

const RunStatus = ({ progress }: { progress: Progress }) => {
  const { state, step } = progress
  return (
    <Tooltip label={progressText(progress)} openDelay={150}>
      <Badge
        color={colors[state]}
        variant="light"
        size="sm"
        tt="none"
        leftSection={state === 'running' && <Loader size={9} aria-hidden />}
      >
        {state === 'done' && step
          ? `${duration(step.ms)} · ${count(step.tokens, 'token')}`
          : labels[state]}
      </Badge>
    </Tooltip>
  )
}

const FormStatus = ({ node, operation }: { node: NodeJson; operation: Operation }) => {
  const errors = useFieldErrors(operation, node)
  return <ValidationStatus name={node.name} errors={errors} />
}

const ValidationStatus = ({
  name,
  errors = [],
}: {
  name: string
  errors?: readonly FieldError[]
}) => {
  const problems = useEditor(editor => editor.problems.ofNode.get(name)) ?? []
  const texts = [
    ...problems.map(({ path, problem }) => (path ? `${path}: ${problem}` : problem)),
    ...errors.map(({ message }) => message),
  ]
  if (texts.length === 0) return null
  const isMissing = problems.length === 0 && errors.every(({ missing }) => missing)
  return (
    <Tooltip
      openDelay={150}
      label={texts.map(text => (
        <Text key={text} size="xs">
          {text}
        </Text>
      ))}
    >
      <Badge color={isMissing ? 'yellow' : 'orange'} variant="light" size="sm" tt="none">
        {isMissing ? `${texts.length} to fill in` : count(texts.length, 'problem')}
      </Badge>
    </Tooltip>
  )
}
