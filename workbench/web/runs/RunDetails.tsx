import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { RunView } from '../../api/index.ts'
import { StepList } from '../output/StepList.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration, time } from '../shared/format.ts'
import { call } from '../shared/http.ts'
import { Json } from '../shared/Json.tsx'
import { Loading } from '../shared/Loading.tsx'
import { nextStep, problemOf } from '../shared/nextStep.ts'
import { RunBadge } from '../shared/RunBadge.tsx'

export const useRunView = (id: number) =>
  useQuery({ queryKey: ['run', id], queryFn: () => call<RunView>('GET', `/api/runs/${id}`) })

export const RunDetails = ({ id }: { id: number }) => {
  const { data: run, error, refetch } = useRunView(id)
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!run) return <Loading />
  const { receivedAt, endedAt, state, kind, tokens, attempts, steps, event, workflowId } = run
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>Run at {time(receivedAt)}</Title>
        <RunBadge state={state} />
      </Group>
      <Text size="sm" c="dimmed">
        {kind === 'event' ? 'Started by an event' : 'Started manually'}
        {endedAt !== null && `, took ${duration(endedAt - receivedAt)}`}, {count(tokens, 'token')}
        {attempts > 1 && `, ${attempts} attempts`}.{' '}
        <Anchor component={Link} href={`/workflows/${workflowId}`} underline="always">
          Open the workflow
        </Anchor>
      </Text>
      <Stopped run={run} />
      {steps.length > 0 && <StepList steps={steps} />}
      {event !== null && event !== undefined && <Json label="Event" value={event} />}
    </Stack>
  )
}

const resumeHints = {
  failed: 'Resuming starts at the step that failed. Completed steps are not repeated.',
  parked:
    'A write was sent, but no response arrived. Check Pipedrive first: resuming sends it again.',
  dead: 'It is not retried automatically. Resuming starts at the step that failed. Completed steps are not repeated.',
}

/** Where a run does not go on by itself: what that means, and the way on. */
const Stopped = ({ run }: { run: RunView }) => {
  const queries = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => call('POST', `/api/runs/${run.id}/retry`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['run', run.id] }),
  })
  const { state } = run
  if (state !== 'failed' && state !== 'parked' && state !== 'dead') return null
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={run.error?.message ?? 'The run stopped'}
    >
      {run.error && state !== 'parked' && <Text size="sm">{nextStep(run.error)}</Text>}
      <Text size="sm">{resumeHints[state]}</Text>
      <Button
        mt="sm"
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        Resume
      </Button>
      {error && <ErrorNotice problem={problemOf(error)} />}
    </Alert>
  )
}
