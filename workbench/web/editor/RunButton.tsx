import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { cancelRun, useRun, type EventSource } from '../workflow/run.ts'
import { selectHasTrigger } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { useEventSources, useStartRun } from './useStartRun.ts'

const choices: Record<EventSource, string> = {
  cause: 'Create a new event in the sandbox',
  last: 'Use the last event',
  sample: 'Use the sample event',
}

export const RunButton = () => {
  const isRunning = useRun(({ abort }) => abort !== undefined)
  const hasTrigger = useEditor(selectHasTrigger)
  const sources = useEventSources()
  const run = useStartRun()
  if (isRunning)
    return (
      <Button
        w={124}
        color="red"
        variant="light"
        leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
        onClick={cancelRun}
      >
        Cancel
      </Button>
    )
  return (
    <Group gap={1} wrap="nowrap" w={124}>
      <Button
        flex={1}
        px="sm"
        leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
        style={hasTrigger ? { borderStartEndRadius: 0, borderEndEndRadius: 0 } : {}}
        onClick={() => run(sources[0])}
      >
        Run
      </Button>
      {hasTrigger && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              size={36}
              w={28}
              variant="filled"
              style={{ borderStartStartRadius: 0, borderEndStartRadius: 0 }}
              aria-label="Choose the event to run with"
            >
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {sources.map(source => (
              <Menu.Item key={source} onClick={() => run(source)}>
                {choices[source]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  )
}
