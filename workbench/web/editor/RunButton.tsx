import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconChevronDown, IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useConnections } from '../shared/queries.ts'
import { cancelRun, startRun, useRun, type EventSource } from './run.ts'
import { useEditor } from './store.ts'
import { showAside } from './view.ts'

const choices: Record<EventSource, string> = {
  cause: 'Make an event happen in the sandbox',
  last: 'With the last event',
  sample: 'With the made-up event of the trigger',
}

const run = (source: EventSource) => {
  showAside('runs')
  void startRun(source)
}

/** What is at hand for the first node: most real first. */
const useSources = (): readonly [EventSource, ...EventSource[]] => {
  const { data: connections } = useConnections()
  const connectionId = useEditor(({ workflow }) => workflow?.connectionId)
  const hasLast = useEditor(({ workflow }) => {
    const trigger = workflow?.definition.triggers[0]?.name
    return trigger !== undefined && Object.hasOwn(workflow?.samples ?? {}, trigger)
  })
  const last = hasLast ? (['last'] as const) : []
  const connection = connections?.find(({ id }) => id === connectionId)
  if (connection?.sandbox) return ['cause', ...last, 'sample']
  return hasLast ? ['last', 'sample'] : ['sample']
}

export const RunButton = () => {
  const isRunning = useRun(({ abort }) => abort !== undefined)
  const hasTrigger = useEditor(({ workflow }) => (workflow?.definition.triggers.length ?? 0) > 0)
  const sources = useSources()
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
