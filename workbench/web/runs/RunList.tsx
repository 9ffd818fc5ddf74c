import { useEffect, useRef } from 'react'
import { Box, Button, Stack, Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { operationOf, useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useWorkflows } from '../shared/queries.ts'
import { searchOf, type Filters } from './filters.ts'
import { RunRow } from './RunRow.tsx'
import classes from './runs.module.css'
import { stoppedText } from './stoppedText.ts'
import { useRuns } from './useRuns.ts'

interface Props {
  readonly filters: Filters
  readonly selected?: number | undefined
  readonly chosen?: ReadonlySet<number>
  readonly onChoose?: (id: number, isChosen: boolean) => void
}

/** Newest first, as they come; older ones are loaded when their place is scrolled to. */
export const RunList = ({ filters, selected, chosen, onChoose }: Props) => {
  const { runs, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRuns(filters)
  const { data: workflows = [] } = useWorkflows()
  const { data: manifest } = useComponent()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!runs) return <Loading height={52} />
  if (runs.length === 0) return <Nothing filters={filters} />
  const byId = new Map(workflows.map(workflow => [workflow.id, workflow]))
  const search = searchOf(filters)
  return (
    <Stack gap={4} component="ul" className={classes.list}>
      {runs.map(run => (
        <RunRow
          key={run.id}
          run={run}
          address={`/runs/${run.id}${search}`}
          isOpen={run.id === selected}
          workflow={filters.workflow === undefined ? byId.get(run.workflowId)?.label : undefined}
          reason={
            manifest &&
            stoppedText(run.error, byId.get(run.workflowId)?.steps ?? [], type =>
              operationOf(manifest, type),
            )
          }
          isChosen={chosen?.has(run.id) ?? false}
          onChoose={onChoose}
        />
      ))}
      {hasNextPage && <Older isLoading={isFetchingNextPage} onLoad={() => void fetchNextPage()} />}
    </Stack>
  )
}

const Older = ({ isLoading, onLoad }: { isLoading: boolean; onLoad: () => void }) => {
  const { ref, entry } = useIntersection({ rootMargin: '400px' })
  const isNear = entry?.isIntersecting ?? false
  const load = useRef(onLoad)
  useEffect(() => {
    load.current = onLoad
  })
  useEffect(() => {
    if (isNear && !isLoading) load.current()
  }, [isNear, isLoading])
  return (
    <Box component="li" ref={ref}>
      <Button fullWidth variant="subtle" loading={isLoading} onClick={onLoad}>
        Show older runs
      </Button>
    </Box>
  )
}

const Nothing = ({ filters }: { filters: Filters }) => {
  const { workflow: _, ...others } = filters
  const isFiltered = Object.values(others).some(value => value !== undefined)
  return (
    <Text size="sm" c="dimmed">
      {isFiltered
        ? 'No matches'
        : 'No runs yet. Run the workflow manually, or turn it on to run it on every event.'}
    </Text>
  )
}
