import { useState } from 'react'
import { Button, Drawer, FileButton, Group, Stack } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useWorkflows } from '../shared/queries.ts'
import { useAddWorkflow } from './addWorkflow.ts'
import { WorkflowRow } from './WorkflowRow.tsx'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/** All workflows, the last changed first. */
export const WorkflowList = ({ opened, onClose }: Props) => (
  <Drawer opened={opened} onClose={onClose} title="Workflows" size={420}>
    <Stack>
      <NewWorkflow onDone={onClose} />
      <Rows onClose={onClose} />
    </Stack>
  </Drawer>
)

const Rows = ({ onClose }: { onClose: () => void }) => {
  const { data, error, refetch } = useWorkflows()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Stack gap={4}>
      {data.map(workflow => (
        <WorkflowRow key={workflow.id} workflow={workflow} onOpen={onClose} />
      ))}
    </Stack>
  )
}

/** Two ways to a new workflow. A file is kept as it is; what can't be run in it is shown. */
export const NewWorkflow = ({ onDone }: { onDone?: () => void }) => {
  const { create, importFile } = useAddWorkflow()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (file: File | undefined) => (file ? importFile(file) : create()),
    onSuccess: () => onDone?.(),
  })
  const [picker, setPicker] = useState(0)
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={isPending}
          onClick={() => mutate(undefined)}
        >
          New workflow
        </Button>
        <FileButton
          key={picker}
          accept="application/json,.json"
          onChange={file => {
            // A picker that is new takes the same file again.
            setPicker(picker + 1)
            if (file) mutate(file)
          }}
        >
          {({ onClick }) => (
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden />}
              disabled={isPending}
              onClick={onClick}
            >
              Import file
            </Button>
          )}
        </FileButton>
      </Group>
      {error && <ErrorNotice problem={problemOf(error)} />}
    </Stack>
  )
}
