import { memo, useMemo } from 'react'
import { Badge, Loader, Text, Tooltip } from '@mantine/core'
import { sourcesOf } from '../output/sources.ts'
import { misfitsIn } from '../panel/data/misfits.ts'
import { operationOf, useComponent, type Operation } from '../shared/component.ts'
import { count, duration, sentence } from '../shared/format.ts'
import { nextStep } from '../shared/nextStep.ts'
import type { FieldError } from '../validation/fieldErrors.ts'
import { useFieldErrors } from '../validation/nodeErrors.ts'
import { useNameWarnings } from '../workflow/nameWarnings.ts'
import { nodesBefore } from '../workflow/nodes.ts'
import { cancelledName, errorOf, useCurrentTest, type NodeTest } from '../workflow/nodeTests.ts'
import { useRun } from '../workflow/run.ts'
import type { Progress } from '../workflow/runProgress.ts'
import { selectSamples, useNode } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'

const labels = { running: 'Running', done: 'Done', failed: 'Failed', parked: 'Outcome unknown' }
const colors = { running: 'blue', done: 'green', failed: 'red', parked: 'orange' }

const progressText = ({ state, rows, requests, cut, step }: Progress): string => {
  if (step?.error) return `${step.error.message} ${nextStep(step.error)}`
  const parts = [
    rows !== undefined && count(rows, 'row'),
    cut !== undefined && `cut to ${count(cut, 'row')}`,
    requests > 0 && count(requests, 'request'),
    step && count(step.tokenCost, 'token'),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : labels[state]
}

interface Props {
  readonly name: string
  readonly operation: Operation | undefined
}

/** How the node has done in its last run or test; before, what is still wrong with it. */
export const NodeState = memo(({ name, operation }: Props) => {
  const progress = useRun(({ nodes }) => nodes[name])
  const ranAt = useRun(({ at = 0 }) => at)
  const test = useCurrentTest(name)
  if (test?.progress && test.at > (progress ? ranAt : 0)) return <TestStatus test={test} />
  if (progress) return <RunStatus progress={progress} />
  if (operation?.properties?.length) return <FormStatus name={name} operation={operation} />
  return <ValidationStatus name={name} />
})

const TestStatus = ({ test }: { test: NodeTest }) => {
  const { progress, abort } = test
  const error = errorOf(test)
  if (abort) return <Status color="blue" label="Testing" hint="The test is running" isBusy />
  if (error?.name === cancelledName)
    return <Status color="gray" label="Test cancelled" hint={error.hint ?? error.message} />
  if (error)
    return <Status color="red" label="Test failed" hint={`${error.message} ${nextStep(error)}`} />
  if (!progress) return null
  const rows = progress.rows
  const label = rows === undefined ? 'Tested' : `Tested · ${count(rows, 'row')}`
  return <Status color="green" label={label} hint={progressText(progress)} />
}

interface StatusProps {
  readonly color: string
  readonly label: string
  readonly hint: string
  readonly isBusy?: boolean
}

const Status = ({ color, label, hint, isBusy = false }: StatusProps) => (
  <Tooltip label={hint} openDelay={150}>
    <Badge
      color={color}
      variant="light"
      size="sm"
      tt="none"
      leftSection={isBusy && <Loader size={9} aria-hidden />}
    >
      {label}
    </Badge>
  </Tooltip>
)

const originTexts = {
  pinned: 'Its pinned output was taken',
  earlier: 'Its last output was taken',
}

const RunStatus = ({ progress }: { progress: Progress }) => {
  const { state, step } = progress
  const isDone = state === 'done' && step
  if (step?.origin) return <Status color="gray" label="Not run" hint={originTexts[step.origin]} />
  const label = isDone ? `${duration(step.ms)} · ${count(step.tokenCost, 'token')}` : labels[state]
  const hint = progressText(progress)
  return <Status color={colors[state]} label={label} hint={hint} isBusy={state === 'running'} />
}

const FormStatus = ({ name, operation }: { name: string; operation: Operation }) => {
  const parameters = useNode(name)?.parameters
  const errors = useFieldErrors(operation, name, parameters)
  const misfits = useMisfits(name, operation, parameters)
  return <ValidationStatus name={name} errors={errors} misfits={misfits} />
}

/** Looked for again when the node itself changes, or what the earlier ones put out. */
const useMisfits = (name: string, operation: Operation, parameters: unknown) => {
  const samples = useEditor(selectSamples)
  const { data: manifest } = useComponent()
  return useMemo(() => {
    const { workflow } = useEditor.getState()
    if (!workflow || !manifest) return none
    const nodes = nodesBefore(workflow.definition, name)
    const sources = sourcesOf(nodes, samples ?? {}, type => operationOf(manifest, type))
    return misfitsIn(operation, parameters, sources)
  }, [name, operation, parameters, samples, manifest])
}

const none: readonly string[] = []

const labelOf = (wrong: number, renamed: number, isMissing: boolean): string => {
  if (wrong === 0) return `${renamed} to check`
  return isMissing ? `${wrong} to fill in` : count(wrong + renamed, 'problem')
}

interface ValidationProps {
  readonly name: string
  readonly errors?: readonly FieldError[]
  readonly misfits?: readonly string[]
}

const ValidationStatus = ({ name, errors = [], misfits = none }: ValidationProps) => {
  const problems = useEditor(editor => editor.problems.ofNode.get(name)) ?? []
  const renamed = useNameWarnings(name)
  const wrong = [
    ...problems.map(({ path, problem }) => (path ? `${path}: ${problem}` : problem)),
    // Each of several fields says that one of them is needed.
    ...new Set(errors.map(({ message }) => message)),
    ...misfits,
  ]
  const texts = [...wrong, ...renamed.map(({ problem }) => sentence(problem))]
  if (texts.length === 0) return null
  const isMissing =
    misfits.length === 0 && problems.length === 0 && errors.every(({ missing }) => missing)
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
        {labelOf(wrong.length, renamed.length, isMissing)}
      </Badge>
    </Tooltip>
  )
}
