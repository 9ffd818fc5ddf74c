import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ConnectionView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { problemOf } from '../shared/nextStep.ts'
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
          it and deletes its webhooks. Workflows that use this connection are kept, but can’t run
          until you choose another one. Records in Pipedrive are not affected.
        </Text>
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
