import { useCallback, useMemo, useState } from 'react'
import { Anchor, Button, Group, Title, VisuallyHidden } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { Link, useLocation, useSearchParams, type RouteComponentProps } from 'wouter'
import { EmptyState } from '../shared/EmptyState.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { AlertsButton, AlertsFailed } from './Alerts.tsx'
import { BulkActions } from './BulkActions.tsx'
import { filtersIn, searchOf, type Filters } from './filters.ts'
import { RunDetails } from './RunDetails.tsx'
import { RunFilters } from './RunFilters.tsx'
import { RunList } from './RunList.tsx'
import classes from './runs.module.css'
import { useRuns } from './useRuns.ts'

const none: ReadonlySet<number> = new Set()

/** The runs of all workflows, and one of them in detail. The address holds all that is chosen. */
export const RunsPage = ({ params }: RouteComponentProps<{ id?: string }>) => {
  const id = params.id === undefined ? undefined : Number(params.id)
  const [filters, change] = useFilters()
  useTitle(id === undefined ? undefined : `Run ${id}`, 'Runs')
  const [chosen, setChosen] = useState<ReadonlySet<number>>()
  const { runs } = useRuns(filters)
  const choose = useCallback(
    (run: number, isChosen: boolean) =>
      setChosen(before => {
        const after = new Set(before)
        if (isChosen) after.add(run)
        else after.delete(run)
        return after
      }),
    [],
  )
  return (
    <div className={classes.page} data-open={id !== undefined || undefined}>
      {/* The list gives way to a run where there is little room. */}
      <VisuallyHidden component="h1">Runs</VisuallyHidden>
      <section className={classes.side} aria-label="Runs">
        <Group justify="space-between">
          <Title component="div" aria-hidden>
            Runs
          </Title>
          <Group gap={4}>
            <AlertsButton />
            <Button
              size="compact-sm"
              variant="subtle"
              aria-pressed={chosen !== undefined}
              onClick={() => setChosen(chosen ? undefined : none)}
            >
              {chosen ? 'Done' : 'Select'}
            </Button>
          </Group>
        </Group>
        <AlertsFailed />
        <RunFilters filters={filters} onChange={change} />
        <BulkActions
          ids={[...(chosen ?? none)]}
          listed={chosen && runs?.map(({ id }) => id)}
          onSelect={ids => setChosen(new Set(ids))}
          onDone={() => setChosen(undefined)}
        />
        <RunList filters={filters} selected={id} {...(chosen && { chosen, onChoose: choose })} />
      </section>
      <section className={classes.details} aria-label="Run">
        {id !== undefined && (
          <Anchor
            component={Link}
            href={`/runs${searchOf(filters)}`}
            size="sm"
            className={classes.back ?? ''}
          >
            All runs
          </Anchor>
        )}
        {id === undefined ? (
          <EmptyState icon={<IconHistory size={40} stroke={1.4} />} title="Select a run">
            Its event and the input, requests and output of each step appear here.
          </EmptyState>
        ) : (
          <RunDetails id={id} />
        )}
      </section>
    </div>
  )
}

const useFilters = () => {
  const [search] = useSearchParams()
  const [path, navigate] = useLocation()
  const address = search.toString()
  const filters = useMemo(() => filtersIn(new URLSearchParams(address)), [address])
  const change = useCallback(
    (to: Partial<Filters>) => navigate(path + searchOf({ ...filters, ...to }), { replace: true }),
    [path, filters, navigate],
  )
  return [filters, change] as const
}
