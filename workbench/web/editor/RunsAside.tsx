import { useMemo } from 'react'
import { Anchor, Box, Button, Divider, Group, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from 'wouter'
import { failureOf, type Failure } from '../output/explainFailure.ts'
import { FailureText } from '../output/FailureText.tsx'
import { StepList } from '../output/StepList.tsx'
import { RunList } from '../runs/RunList.tsx'
import { operationOf, useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count } from '../shared/format.ts'
import { Notice } from '../shared/Notice.tsx'
import { editStep } from '../workflow/editStep.ts'
import { nodesOf } from '../workflow/nodes.ts'
import { useRun } from '../workflow/run.ts'
import { selectDefinition, selectWorkflowId } from '../workflow/selectors.ts'
import { useConnections } from '../shared/queries.ts'
import { useEditor } from '../workflow/store.ts'
import { useRunEvent, useStartRun } from './useStartRun.ts'

/** The run that was started here, and below those that events have started. */
export const RunsAside = () => {
  const workflowId = useEditor(selectWorkflowId)
  const filters = useMemo(() => ({ workflow: workflowId }), [workflowId])
  return (
    <ScrollArea flex={1} type="auto" scrollbars="y">
      <Stack px="md" pb="md">
        <ThisRun />
        <Divider />
        <Box>
          <Title order={3} mb="xs">
            All runs
          </Title>
          {workflowId !== undefined && <RunList filters={filters} />}
        </Box>
      </Stack>
    </ScrollArea>
  )
}

const Failed = ({ failure }: { failure: Failure }) => (
  <Notice kind="error" mb="sm" title="This run failed">
    <FailureText failure={failure} />
    <Button
      mt="sm"
      size="xs"
      variant="default"
      leftSection={<IconPencil size={14} aria-hidden />}
      onClick={() => editStep(failure.step.name, failure.causes[0]?.path)}
    >
      Edit this step
    </Button>
  </Notice>
)

const Cancelled = ({ runId, done }: { runId: number; done: number }) => (
  <Notice kind="neutral" mb="sm" title="This run was cancelled">
    {count(done, 'step')} {done === 1 ? 'was' : 'were'} completed and {done === 1 ? 'is' : 'are'}{' '}
    not undone.{' '}
    <Anchor underline="always" component={Link} href={`/runs/${runId}`} size="sm">
      Resume it on the Runs page
    </Anchor>
  </Notice>
)

const ThisRun = () => {
  const { nodes: progress, error, run, abort } = useRun()
  const start = useStartRun()
  const definition = useEditor(selectDefinition)
  const { data: manifest } = useComponent()
  const event = useRunEvent()
  const { data: connections } = useConnections()
  const connection = connections?.find(({ id }) => id === run?.connectionId)
  const steps = Object.values(progress).flatMap(({ step }) => step ?? [])
  if (error) return <ErrorNotice problem={error} onRetry={() => start(event)} onOpen={editStep} />
  if (steps.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {abort ? 'Starting…' : 'Press Run to run all steps once and watch each one here.'}
      </Text>
    )
  const done = steps.filter(({ state }) => state === 'done').length
  const isCancelled = !abort && run?.state === 'running'
  const nodes = definition ? nodesOf(definition) : []
  const failure = manifest && failureOf(steps, nodes, type => operationOf(manifest, type))
  return (
    <Box>
      <Group justify="space-between" mb="xs">
        <Title order={3}>This run</Title>
        {abort && (
          <Text size="sm" c="dimmed">
            {count(done, 'step')} done
          </Text>
        )}
      </Group>
      {failure && <Failed failure={failure} />}
      {isCancelled && <Cancelled runId={run.id} done={done} />}
      <StepList key={run?.id} steps={steps} nodes={nodes} connection={connection} />
    </Box>
  )
}
