import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { RunView } from '../../api/index.ts'
import { StepList } from '../output/StepList.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration, time } from '../shared/format.ts'
import { call } from '../shared/http.ts'
import { Json } from '../shared/Json.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useConnections } from '../shared/queries.ts'
import { RunBadge } from '../shared/RunBadge.tsx'
import { AttemptTable } from './AttemptTable.tsx'
import classes from './runs.module.css'
import { StoppedRun } from './StoppedRun.tsx'

export const useRunView = (id: number) =>
  useQuery({ queryKey: ['run', id], queryFn: () => call<RunView>('GET', `/api/runs/${id}`) })

export const RunDetails = ({ id }: { id: number }) => {
  const { data: run, error, refetch } = useRunView(id)
  const { data: connections } = useConnections()
  const connection = connections?.find(({ id }) => id === run?.connectionId)
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!run) return <Loading />
  const { state, title, receivedAt, steps, nodes, event, history } = run
  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{title ?? `Run at ${time(receivedAt)}`}</Title>
        <RunBadge state={state} />
      </Group>
      <Facts run={run} />
      <StoppedRun run={run} />
      {history.length > 1 && <AttemptTable attempts={history} />}
      {steps.length > 0 && (
        <StepList key={id} steps={steps} nodes={nodes} connection={connection} />
      )}
      {event !== null && event !== undefined && (
        <details className={classes.raw}>
          <summary>Event as received</summary>
          <Json label="Event" value={event} />
        </details>
      )}
    </Stack>
  )
}

const Facts = ({ run }: { run: RunView }) => {
  const { workflowId, workflowLabel, receivedAt, kind, version, endedAt, ms, tokenCost, causedBy } =
    run
  const facts = [
    time(receivedAt),
    kind === 'event' ? 'started by an event' : 'started manually',
    version !== null && `version ${version}`,
    endedAt !== null && duration(ms),
    run.history.length > 1 && count(run.history.length, 'attempt'),
    count(tokenCost, 'token'),
  ]
  return (
    <Text size="sm" c="dimmed">
      <Anchor component={Link} href={`/workflows/${workflowId}`} underline="always">
        {workflowLabel || 'Untitled'}
      </Anchor>{' '}
      · {facts.filter(Boolean).join(' · ')}
      {causedBy !== null && (
        <>
          {' · '}
          <Anchor component={Link} href={`/runs/${causedBy}`} underline="always">
            caused by the write of another run
          </Anchor>
        </>
      )}
    </Text>
  )
}
