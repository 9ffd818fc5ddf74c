import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { cancelRun, useRun } from '../workflow/run.ts'
import { selectHasTrigger } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './RunButton.module.css'
import { RunMenu } from './RunMenu.tsx'
import { useRunEvent, useStartRun } from './useStartRun.ts'

/** Runs the workflow, and says with which event. */
export const RunButton = () => {
  const isRunning = useRun(({ abort }) => abort !== undefined)
  const hasTrigger = useEditor(selectHasTrigger)
  const event = useRunEvent()
  const run = useStartRun()
  if (isRunning)
    return (
      <Button
        className={classes.whole ?? ''}
        color="red"
        variant="light"
        leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
        onClick={cancelRun}
      >
        Cancel
      </Button>
    )
  return (
    <>
      {hasTrigger && (
        <span className={classes.event} title={event.label}>
          with {event.label}
        </span>
      )}
      <Group gap={1} wrap="nowrap" className={classes.whole ?? ''}>
        <Button
          flex={1}
          px="sm"
          leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          className={hasTrigger ? (classes.left ?? '') : ''}
          onClick={() => run(event)}
        >
          Run
        </Button>
        {hasTrigger && (
          <Menu position="bottom-end" width={280}>
            <Menu.Target>
              <ActionIcon
                size={36}
                w={28}
                variant="filled"
                className={classes.right ?? ''}
                aria-label="Choose the event to run with"
              >
                <IconChevronDown size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <RunMenu chosen={event} />
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </>
  )
}
