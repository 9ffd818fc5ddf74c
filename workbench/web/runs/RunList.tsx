import { Box, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { RunSummary } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count, duration, time } from '../shared/format.ts'
import { call } from '../shared/http.ts'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { RunBadge } from '../shared/RunBadge.tsx'
import classes from './runs.module.css'

const perPage = 50
/** Where a list begins: ids count from 1. */
const newest = 0

const pageOf = (workflowId: string, before: number) =>
  call<readonly RunSummary[]>(
    'GET',
    `/api/workflows/${workflowId}/runs${before === newest ? '' : `?before=${before}`}`,
  )

interface Props {
  readonly workflowId: string
  readonly selected?: number | undefined
}

/** Newest first, as they come. */
export const RunList = ({ workflowId, selected }: Props) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['runs', workflowId],
      queryFn: ({ pageParam }) => pageOf(workflowId, pageParam),
      initialPageParam: newest,
      getNextPageParam: page => (page.length < perPage ? undefined : page.at(-1)?.id),
    },
  )
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!data) return <Loading height={52} />
  const runs = data.pages.flat()
  if (runs.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No runs yet. Run the workflow manually, or turn it on to run it on every event.
      </Text>
    )
  return (
    <Stack gap={4} component="ul" className={classes.list}>
      {runs.map(run => (
        <RunRow key={run.id} run={run} isSelected={run.id === selected} />
      ))}
      {hasNextPage && (
        <Box component="li">
          <Button
            fullWidth
            variant="subtle"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Show older runs
          </Button>
        </Box>
      )}
    </Stack>
  )
}

const RunRow = ({ run, isSelected }: { run: RunSummary; isSelected: boolean }) => (
  <li>
    <UnstyledButton
      component={Link}
      href={`/runs/${run.id}`}
      className={classes.row}
      aria-current={isSelected ? 'true' : undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={500} component="span">
          {time(run.receivedAt)}
        </Text>
        <RunBadge state={run.state} />
      </Group>
      <Text size="xs" c="dimmed" component="span" truncate>
        {factsOf(run)}
      </Text>
    </UnstyledButton>
  </li>
)

const factsOf = ({ kind, endedAt, receivedAt, tokens, attempts, error }: RunSummary): string =>
  [
    kind === 'event' ? 'Event' : 'Manual',
    endedAt !== null && duration(endedAt - receivedAt),
    count(tokens, 'token'),
    attempts > 1 && `attempt ${attempts}`,
    error?.message,
  ]
    .filter(Boolean)
    .join(' · ')
