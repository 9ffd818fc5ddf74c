import { useState } from 'react'
import { Button, Group, Text } from '@mantine/core'
import { IconRefresh, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Confirm } from '../shared/Confirm.tsx'
import { count } from '../shared/format.ts'
import { call } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'

interface Props {
  readonly ids: readonly number[]
  /** Those that are listed so far, while some are being selected. */
  readonly listed: readonly number[] | undefined
  readonly onSelect: (ids: readonly number[]) => void
  readonly onDone: () => void
}

interface Outcome {
  readonly done: number
  readonly problems: readonly string[]
}

/** One after the other: what one run can't do does not keep the others from it. */
const each = async (ids: readonly number[], act: (id: number) => Promise<unknown>) => {
  const problems: string[] = []
  for (const id of ids)
    await act(id).catch((error: unknown) => problems.push(problemOf(error).message))
  return { done: ids.length - problems.length, problems }
}

/** What can be done with the runs that are chosen. */
export const BulkActions = ({ ids, listed, onSelect, onDone }: Props) => {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<Outcome & { readonly verb: string }>()
  const { mutate, isPending } = useMutation({
    mutationFn: async (verb: 'resumed' | 'deleted') => {
      const act = (id: number) =>
        verb === 'resumed'
          ? call('POST', `/api/runs/${id}/retry`)
          : call('DELETE', `/api/runs/${id}`)
      setOutcome({ ...(await each(ids, act)), verb })
      await queries.invalidateQueries({ queryKey: ['runs'] })
      onDone()
    },
  })
  return (
    <>
      {listed && listed.length > ids.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => onSelect(listed)}>
          Select all {count(listed.length, 'run')} listed
        </Button>
      )}
      {ids.length > 0 && (
        <Group gap="xs" role="group" aria-label="Selected runs">
          <Text size="sm">{count(ids.length, 'run')}</Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={isPending}
            onClick={() => mutate('resumed')}
          >
            Resume
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            c="red"
            leftSection={<IconTrash size={14} aria-hidden />}
            loading={isPending}
            onClick={() => setAsking(true)}
          >
            Delete
          </Button>
        </Group>
      )}
      {outcome && (
        <Notice
          p="xs"
          kind={outcome.problems.length > 0 ? 'warning' : 'success'}
          onClose={() => setOutcome(undefined)}
        >
          {count(outcome.done, 'run')} {outcome.verb}.
          {outcome.problems.length > 0 &&
            ` ${count(outcome.problems.length, 'run')} could not be: ${[...new Set(outcome.problems)].join('; ')}.`}
        </Notice>
      )}
      <Confirm
        opened={isAsking}
        danger
        title={`Delete ${count(ids.length, 'run')}?`}
        action="Delete"
        onConfirm={() => mutate('deleted')}
        onClose={() => setAsking(false)}
      >
        Their history is removed. Records in Pipedrive are not affected. This can’t be undone.
      </Confirm>
    </>
  )
}
