import { Button, Group, Text } from '@mantine/core'
import { IconPencil, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { RunView } from '../../api/index.ts'
import { failureOf } from '../output/explainFailure.ts'
import { FailureText } from '../output/FailureText.tsx'
import { operationOf, useComponent } from '../shared/component.ts'
import { editAddress } from '../shared/editAddress.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { call } from '../shared/http.ts'
import { nextStep, problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'

const titles = {
  failed: 'This run failed',
  dead: 'This run failed',
  parked: 'The outcome of a write is unknown',
  skipped: 'This event was skipped',
  cancelled: 'This run was cancelled',
} as const

const kinds = {
  failed: 'error',
  dead: 'error',
  parked: 'warning',
  skipped: 'neutral',
  cancelled: 'neutral',
} as const

/** What resuming does. */
const effects: Partial<Record<RunView['state'], string>> = {
  parked: 'Check Pipedrive first: resuming sends the write again.',
  skipped: 'Runs the workflow for this event once.',
}

type Stopped = keyof typeof titles

const isStopped = (state: RunView['state']): state is Stopped => Object.hasOwn(titles, state)

/** Where a run does not go on by itself: why, and the way on. */
export const StoppedRun = ({ run }: { run: RunView }) => {
  const { data: manifest } = useComponent()
  const { state, error, workflowId } = run
  if (!isStopped(state)) return null
  const failure = manifest && failureOf(run.steps, run.nodes, type => operationOf(manifest, type))
  const isField = (failure?.causes.length ?? 0) > 0
  return (
    <Notice kind={kinds[state]} role="alert" title={titles[state]}>
      {failure && state !== 'cancelled' && <FailureText failure={failure} />}
      {!failure && error && <Text size="sm">{error.message}</Text>}
      {error && !isField && state !== 'parked' && <Text size="sm">{nextStep(error)}</Text>}
      <Group gap="xs" mt="sm">
        {failure && isField && (
          <Button
            component={Link}
            href={editAddress(workflowId, failure.step.name, failure.causes[0]?.path)}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
          >
            Edit this step
          </Button>
        )}
        <Resume run={run} />
      </Group>
    </Notice>
  )
}

const Resume = ({ run }: { run: RunView }) => {
  const queries = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => call('POST', `/api/runs/${run.id}/retry`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['run', run.id] }),
  })
  const { state, version, resumeVersion } = run
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        Resume
      </Button>
      <Text size="xs" c="dimmed">
        {effects[state] ?? 'Continues at the step that stopped. Completed steps are not repeated.'}
        {` Runs version ${resumeVersion}`}
        {version === resumeVersion ? ', as before.' : '.'}
      </Text>
      {error && <ErrorNotice problem={problemOf(error)} />}
    </>
  )
}
