import { useState } from 'react'
import { Badge, Group, Paper, Stack, Text, Tooltip } from '@mantine/core'
import type { ConnectionView, OAuthAttempt } from '../../api/index.ts'
import { useReconnect, useTest } from './changes.ts'
import { ConnectionActions } from './ConnectionActions.tsx'
import { ConnectionNotes } from './ConnectionNotes.tsx'
import classes from './connections.module.css'
import { Name } from './Name.tsx'
import { UsageChart } from './UsageChart.tsx'

interface Props {
  readonly connection: ConnectionView
  /** Of the busiest day of all connections. */
  readonly maxTokens: number
  /** The user has to go on in Pipedrive. */
  readonly onBegun: (attempt: OAuthAttempt) => void
}

export const ConnectionCard = ({ connection, maxTokens, onBegun }: Props) => {
  const [renaming, setRenaming] = useState(false)
  const test = useTest(connection)
  const reconnect = useReconnect(connection, onBegun)
  const { name, account, apiDomain, state, sandbox } = connection
  return (
    <Paper component="article" withBorder p="md" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xl" className={classes.card ?? ''}>
          <Stack gap={2} className={classes.account ?? ''}>
            <Group gap="xs">
              <Name connection={connection} editing={renaming} onDone={() => setRenaming(false)} />
              {!renaming && <State state={state} />}
              {!renaming && sandbox && <SandboxBadge />}
            </Group>
            <Text size="sm" truncate>
              {account}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {new URL(apiDomain).host}
            </Text>
          </Stack>
          <UsageChart connection={connection} maxTokens={maxTokens} />
          <ConnectionActions
            connection={connection}
            test={test}
            reconnect={reconnect}
            isRenaming={renaming}
            onRename={() => setRenaming(true)}
          />
        </Group>
        <ConnectionNotes connection={connection} test={test} reconnect={reconnect} />
      </Stack>
    </Paper>
  )
}

const State = ({ state }: Pick<ConnectionView, 'state'>) => (
  <Badge variant="light" color={state === 'ready' ? 'green' : 'orange'} tt="none" fw={600}>
    {state === 'ready' ? 'Ready' : 'Needs reconnecting'}
  </Badge>
)

const SandboxBadge = () => (
  <Tooltip label="A demo account inside the workbench">
    <Badge variant="light" color="blue" tt="none" fw={600}>
      Sandbox
    </Badge>
  </Tooltip>
)
