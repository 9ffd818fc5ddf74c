import { Anchor, Badge, Box, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useRoute } from 'wouter'
import type { WorkflowSummary } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { time } from '../shared/format.ts'
import { problemOf } from '../shared/nextStep.ts'
import { useAddWorkflow } from './addWorkflow.ts'
import { deleteWorkflow, renameWorkflow } from './workflowCalls.ts'
import { WorkflowMenu } from './WorkflowMenu.tsx'
import classes from './WorkflowRow.module.css'

interface Props {
  readonly workflow: WorkflowSummary
  readonly onOpen: () => void
}

export const WorkflowRow = ({ workflow, onOpen }: Props) => {
  const { id, label, updatedAt, on } = workflow
  const [isOpen] = useRoute(`/workflows/${id}`)
  const [, navigate] = useLocation()
  const { duplicate } = useAddWorkflow()
  const queries = useQueryClient()
  // Told here and not to the mutation: this row may be gone by the time that its call has ended.
  const remove = async () => {
    await deleteWorkflow(id)
    await queries.invalidateQueries({ queryKey: ['workflows'] })
    if (isOpen) navigate('/workflows')
  }
  const copy = async () => {
    await duplicate(id)
    onOpen()
  }
  const { mutate, error } = useMutation({ mutationFn: (what: () => Promise<unknown>) => what() })
  return (
    <Box className={classes.row} data-open={isOpen || undefined}>
      <Group wrap="nowrap" gap="xs">
        <Box flex={1} miw={0}>
          <Anchor
            component={Link}
            href={`/workflows/${id}`}
            className={classes.link}
            dir="auto"
            aria-current={isOpen ? 'page' : undefined}
            onClick={onOpen}
          >
            {label || 'Untitled'}
          </Anchor>
          <Text size="xs" c="dimmed">
            Edited {time(updatedAt)}
          </Text>
        </Box>
        {on && (
          <Badge variant="light" tt="none">
            On
          </Badge>
        )}
        <WorkflowMenu
          workflow={workflow}
          onRename={to => mutate(() => renameWorkflow(id, to))}
          onDuplicate={() => mutate(copy)}
          onDelete={() => mutate(remove)}
        />
      </Group>
      {error && <ErrorNotice problem={problemOf(error)} />}
    </Box>
  )
}
