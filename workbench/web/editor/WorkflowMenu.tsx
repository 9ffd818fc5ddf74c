import { useState } from 'react'
import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import type { WorkflowSummary } from '../../api/index.ts'
import { Confirm } from '../shared/Confirm.tsx'
import { RenameWorkflow } from './RenameWorkflow.tsx'
import classes from './WorkflowRow.module.css'

interface Props {
  readonly workflow: WorkflowSummary
  readonly onRename: (label: string) => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

export const WorkflowMenu = ({ workflow, onRename, onDuplicate, onDelete }: Props) => {
  const [asks, setAsks] = useState<'rename' | 'delete'>()
  const close = () => setAsks(undefined)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            className={classes.menu}
            variant="subtle"
            color="gray"
            aria-label={`Actions for ${workflow.label}`}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setAsks('rename')}
          >
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={onDuplicate}>
            Duplicate
          </Menu.Item>
          <Menu.Item
            c="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setAsks('delete')}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameWorkflow
        label={workflow.label}
        opened={asks === 'rename'}
        onRename={onRename}
        onClose={close}
      />
      <Confirm
        opened={asks === 'delete'}
        danger
        title={`Delete “${workflow.label}”?`}
        action="Delete"
        onConfirm={onDelete}
        onClose={close}
      >
        This deletes the workflow and its run history. Records in Pipedrive are not affected. This
        can’t be undone.
      </Confirm>
    </>
  )
}
