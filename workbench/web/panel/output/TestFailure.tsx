import { Button, Group, Text } from '@mantine/core'
import { IconCircleOff, IconPencil } from '@tabler/icons-react'
import type { StepView } from '../../../api/index.ts'
import { explainFailure } from '../../output/explainFailure.ts'
import { FailureText } from '../../output/FailureText.tsx'
import { operationOf, useComponent } from '../../shared/component.ts'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { Notice } from '../../shared/Notice.tsx'
import { editStep } from '../../workflow/editStep.ts'
import { nodesOf } from '../../workflow/nodes.ts'
import { cancelledName, errorOf, refusedFields, type NodeTest } from '../../workflow/nodeTests.ts'
import { selectDefinition } from '../../workflow/selectors.ts'
import { useEditor } from '../../workflow/store.ts'
import { usePanelNode } from '../nodeContext.ts'

interface Props {
  readonly test: NodeTest | undefined
  readonly onTest: () => void
  /** Leads to the fields that a test was refused for. */
  readonly onShowFields: () => void
}

/** Why a test has put nothing out. */
export const TestFailure = ({ test, onTest, onShowFields }: Props) => {
  const { isTrigger } = usePanelNode()
  const error = errorOf(test)
  const step = test?.progress?.step
  if (!error) return null
  const again = error.recovery === 'check' ? undefined : onTest
  if (error.name === cancelledName)
    return (
      <Notice
        kind="neutral"
        role="alert"
        icon={<IconCircleOff aria-hidden />}
        title={error.message}
      >
        {error.hint && <Text size="sm">{error.hint}</Text>}
        {again && (
          <Button size="xs" variant="default" mt="xs" onClick={again}>
            Try again
          </Button>
        )}
      </Notice>
    )
  const hasFields = refusedFields(test).length > 0 && !isTrigger
  if (step?.error && hasFields) return <FieldFailure step={step} onTest={onTest} />
  return (
    <>
      <ErrorNotice problem={error} onRetry={again} />
      {hasFields && (
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          onClick={onShowFields}
        >
          Show fields
        </Button>
      )}
    </>
  )
}

const FieldFailure = ({ step, onTest }: { step: StepView; onTest: () => void }) => {
  const { name, sources } = usePanelNode()
  const { data: manifest } = useComponent()
  const definition = useEditor(selectDefinition)
  const nodes = definition ? nodesOf(definition) : []
  const outputs = Object.fromEntries(sources.map(({ name, output }) => [name, output]))
  const failure = explainFailure(
    step,
    nodes,
    outputs,
    type => manifest && operationOf(manifest, type),
  )
  return (
    <Notice kind="error" title="The test failed before anything was sent">
      <FailureText failure={failure} />
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={() => editStep(name, failure.causes[0]?.path)}
        >
          Show fields
        </Button>
        <Button size="xs" variant="default" onClick={onTest}>
          Try again
        </Button>
      </Group>
    </Notice>
  )
}
