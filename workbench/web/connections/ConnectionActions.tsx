import { useState } from 'react'
import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import type { ConnectionView } from '../../api/index.ts'
import type { useReconnect, useTest } from './changes.ts'
import { Disconnect } from './Disconnect.tsx'

interface Props {
  readonly connection: ConnectionView
  readonly test: ReturnType<typeof useTest>
  readonly reconnect: ReturnType<typeof useReconnect>
  readonly isRenaming: boolean
  readonly onRename: () => void
}

/** The one thing that is most likely wanted stands outside of the menu. */
export const ConnectionActions = ({ connection, test, reconnect, isRenaming, onRename }: Props) => {
  const [leaving, setLeaving] = useState(false)
  return (
    <Group gap="xs" wrap="nowrap">
      {connection.state === 'ready' ? (
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          Test
        </Button>
      ) : (
        <Button loading={reconnect.isPending} onClick={reconnect.start}>
          Reconnect
        </Button>
      )}
      {/* The field for the name takes the focus, which must not go back to the button. */}
      <Menu position="bottom-end" returnFocus={!isRenaming}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Actions for ${connection.name}`}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onRename}>
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} aria-hidden />} onClick={reconnect.start}>
            Reconnect
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconPlugConnectedX size={16} aria-hidden />}
            onClick={() => setLeaving(true)}
          >
            Disconnect
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Disconnect connection={connection} opened={leaving} onClose={() => setLeaving(false)} />
    </Group>
  )
}
