import { Box, Divider, ScrollArea, Stack, Text, Title } from '@mantine/core'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { StepList } from '../runs/StepList.tsx'
import { RunList } from '../runs/RunList.tsx'
import { startRun, useRun } from './run.ts'
import { useEditor } from './store.ts'

/** The run that was started here, and below those that events have started. */
export const RunsAside = () => {
  const workflowId = useEditor(({ workflow }) => workflow?.id)
  return (
    <ScrollArea flex={1} type="auto" scrollbars="y">
      <Stack px="md" pb="md">
        <ThisRun />
        <Divider />
        <Box>
          <Title order={3} mb="xs">
            Earlier runs
          </Title>
          {workflowId !== undefined && <RunList workflowId={workflowId} />}
        </Box>
      </Stack>
    </ScrollArea>
  )
}

const ThisRun = () => {
  const { nodes, error, abort } = useRun()
  const steps = Object.entries(nodes)
  if (error) return <ErrorNotice problem={error} onRetry={() => void startRun('sample')} />
  if (steps.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {abort
          ? 'Waiting for the event…'
          : 'Press Run to run all steps once, and watch here what each of them does.'}
      </Text>
    )
  return <StepList steps={steps.flatMap(([, { step }]) => (step ? [step] : []))} />
}
