import { memo } from 'react'
import { Badge, Loader, Text, Tooltip } from '@mantine/core'
import type { Operation } from '../shared/component.ts'
import { count, duration } from '../shared/format.ts'
import { nextStep } from '../shared/nextStep.ts'
import type { FieldError } from '../validation/fieldErrors.ts'
import { useFieldErrors } from '../validation/nodeErrors.ts'
import { useRun } from '../workflow/run.ts'
import type { Progress } from '../workflow/runProgress.ts'
import { useNode } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'

const labels = { running: 'Running', done: 'Done', failed: 'Failed', parked: 'Outcome unknown' }
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

interface Props {
  readonly name: string
  readonly operation: Operation | undefined
}

/** How the node has done in the last run; before, what is still wrong with it. */
export const NodeState = memo(({ name, operation }: Props) => {
  const progress = useRun(({ nodes }) => nodes[name])
  if (progress) return <RunStatus progress={progress} />
  if (operation?.properties?.length) return <FormStatus name={name} operation={operation} />
  return <ValidationStatus name={name} />
})

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

const FormStatus = ({ name, operation }: { name: string; operation: Operation }) => {
  const parameters = useNode(name)?.parameters
  const errors = useFieldErrors(operation, name, parameters)
  return <ValidationStatus name={name} errors={errors} />
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
