import { useState } from 'react'
import { Anchor, Select, Stack, Title } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { Link, type RouteComponentProps } from 'wouter'
import { EmptyState } from '../shared/EmptyState.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useWorkflows } from '../shared/queries.ts'
import { RunDetails, useRunView } from './RunDetails.tsx'
import { RunList } from './RunList.tsx'
import classes from './runs.module.css'

/** All runs of a workflow, and one of them in detail. */
export const RunsPage = ({ params }: RouteComponentProps<{ id?: string }>) => {
  const id = params.id === undefined ? undefined : Number(params.id)
  const [chosen, setChosen] = useState<string>()
  return (
    <div className={classes.page}>
      <section className={classes.side} aria-label="Runs">
        <Title order={1}>Runs</Title>
        {id === undefined ? (
          <Chooser chosen={chosen} onChoose={setChosen} />
        ) : (
          <OfRun id={id} chosen={chosen} onChoose={setChosen} />
        )}
      </section>
      <section className={classes.details} aria-label="Run">
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

interface Choice {
  readonly chosen: string | undefined
  readonly onChoose: (workflowId: string) => void
}

/** The list belongs to the workflow of the run that is open, until another is chosen. */
const OfRun = ({ id, chosen, onChoose }: Choice & { id: number }) => {
  const { data: run } = useRunView(id)
  return <Chooser chosen={chosen ?? run?.workflowId} onChoose={onChoose} selected={id} />
}

const Chooser = ({ chosen, onChoose, selected }: Choice & { selected?: number }) => {
  const { data: workflows, error, refetch } = useWorkflows()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!workflows) return <Loading />
  const workflowId = chosen ?? workflows[0]?.id
  if (workflowId === undefined)
    return (
      <EmptyState icon={<IconHistory size={32} stroke={1.4} />} title="No workflows yet">
        <Anchor component={Link} href="/workflows">
          Create one
        </Anchor>{' '}
        and turn it on to see its runs here.
      </EmptyState>
    )
  return (
    <Stack>
      <Select
        label="Workflow"
        allowDeselect={false}
        data={workflows.map(({ id, label }) => ({ value: id, label: label || 'Untitled' }))}
        value={workflowId}
        onChange={value => value !== null && onChoose(value)}
      />
      <RunList workflowId={workflowId} selected={selected} />
    </Stack>
  )
}
