import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { count } from '../shared/format.ts'
import { problemOf } from '../shared/nextStep.ts'
import { useWorkflows } from '../shared/queries.ts'
import { useDisconnect } from './changes.ts'

interface Props {
  readonly connection: ConnectionView
  readonly opened: boolean
  readonly onClose: () => void
}

/** Stays open where it has failed, and says why. */
export const Disconnect = ({ connection, opened, onClose }: Props) => {
  const disconnect = useDisconnect(connection)
  const { name, account } = connection
  return (
    <Modal opened={opened} onClose={onClose} title={`Disconnect ${name}?`}>
      <Stack gap="md">
        <Text size="sm">
          This revokes access to {account}: Pipedrive uninstalls the app for the user who approved
          it and deletes its webhooks. Records in Pipedrive are not affected.
        </Text>
        <Users connection={connection} />
        {disconnect.error && <ErrorNotice problem={problemOf(disconnect.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button
            color="red"
            loading={disconnect.isPending}
            onClick={() => disconnect.mutate(undefined, { onSuccess: onClose })}
          >
            Disconnect
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The workflows that can't go on without it. */
const Users = ({ connection: { id } }: Pick<Props, 'connection'>) => {
  const { data: workflows } = useWorkflows()
  const users = workflows?.filter(
    ({ connectionId, activeConnectionId }) => connectionId === id || activeConnectionId === id,
  )
  if (!users) return null
  if (users.length === 0) return <Text size="sm">No workflow uses this connection.</Text>
  return (
    <div>
      <Text size="sm">
        {count(users.length, 'workflow uses', 'workflows use')} this connection, and can’t run until
        you choose another one:
      </Text>
      <List size="sm" mt={4}>
        {users.map(({ id: workflowId, label, activeConnectionId }) => (
          <List.Item key={workflowId}>
            {label || 'Untitled'}
            {activeConnectionId === id && <b> – on, and will be turned off</b>}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
