import { Anchor, Badge, Group, List, Select, Stack, Text } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ConnectionView } from '../../api/index.ts'
import { EmptyState } from '../shared/EmptyState.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'
import { useConnections } from '../shared/queries.ts'
import { selectConnectionId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { usePanelNode } from './nodeContext.ts'

const toConnections = (
  <Anchor component={Link} href="/connections" size="sm">
    Go to Connections
  </Anchor>
)

/** One connection serves all nodes of a workflow. */
export const ConnectionTab = () => {
  const { connection } = usePanelNode()
  const connectionId = useEditor(selectConnectionId)
  const { setConnection } = useEditor.getState()
  const { data, error, refetch } = useConnections()
  if (error) return <ErrorNotice problem={problemOf(error)} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={2} />
  if (data.length === 0)
    return (
      <EmptyState
        icon={<IconPlugConnected size={32} />}
        title="No connections yet"
        action={toConnections}
      >
        Connect an account, or the embedded sandbox, to test steps and fill in lists.
      </EmptyState>
    )
  return (
    <Stack gap="md">
      <Select
        label="Connection"
        description="The account that all steps of this workflow use"
        placeholder="Choose an account"
        data={data.map(({ id, name, account }) => ({ value: id, label: `${name} · ${account}` }))}
        value={connectionId}
        onChange={setConnection}
        clearable
        {...(connectionId !== null &&
          !connection && { error: 'This connection has been removed; choose another one.' })}
      />
      {connection && <State connection={connection} />}
      {toConnections}
    </Stack>
  )
}

const State = ({ connection }: { connection: ConnectionView }) => {
  const { state, sandbox, apiDomain, missingScopes } = connection
  return (
    <>
      <Group gap="xs">
        <Badge variant="light" tt="none" color={state === 'ready' ? 'green' : 'red'}>
          {state === 'ready' ? 'Ready' : 'Needs reconnecting'}
        </Badge>
        {sandbox && (
          <Badge variant="light" tt="none" color="gray">
            Sandbox
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {apiDomain}
        </Text>
      </Group>
      {missingScopes.length > 0 && (
        <Notice kind="warning" title="Missing permissions">
          <Text size="sm">
            Some steps will fail until the app in Pipedrive has these scopes and the account is
            reconnected:
          </Text>
          <List size="sm">
            {missingScopes.map(scope => (
              <List.Item key={scope}>{scope}</List.Item>
            ))}
          </List>
        </Notice>
      )}
    </>
  )
}
