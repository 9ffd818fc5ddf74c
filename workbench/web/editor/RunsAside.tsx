import { Box, Divider, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { StepList } from '../output/StepList.tsx'
import { RunList } from '../runs/RunList.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { useRun } from '../workflow/run.ts'
import { selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { useEventSources, useStartRun } from './useStartRun.ts'

/** The run that was started here, and below those that events have started. */
export const RunsAside = () => {
  const workflowId = useEditor(selectWorkflowId)
  return (
    <ScrollArea flex={1} type="auto" scrollbars="y">
      <Stack px="md" pb="md">
        <ThisRun />
        <Divider />
        <Box>
          <Title order={3} mb="xs">
            All runs
          </Title>
          {workflowId !== undefined && <RunList workflowId={workflowId} />}
        </Box>
      </Stack>
    </ScrollArea>
  )
}

const ThisRun = () => {
  const { nodes, error, run, abort } = useRun()
  const start = useStartRun()
  const [source] = useEventSources()
  const steps = Object.values(nodes).flatMap(({ step }) => step ?? [])
  if (error) return <ErrorNotice problem={error} onRetry={() => start(source)} />
  if (steps.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {abort ? 'Starting…' : 'Press Run to run all steps once and watch each one here.'}
      </Text>
    )
  const isCancelled = !abort && run?.state === 'running'
  return (
    <Box>
      <Title order={3} mb="xs">
        This run
      </Title>
      <StepList steps={steps} />
      {isCancelled && (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          Cancelled. Completed steps are not undone.
        </Text>
      )}
    </Box>
  )
}
