import { useState } from 'react'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import type { OAuthAttempt } from '../../api/index.ts'
import { EmptyState } from '../shared/EmptyState.tsx'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { useConnections } from '../shared/queries.ts'
import { useTitle } from '../shared/useTitle.ts'
import { AttemptNotice } from './AttemptNotice.tsx'
import { openAuthorization, useAttemptId } from './attempts.ts'
import { useFreshUsage, useSandboxConnection, useSession } from './changes.ts'
import { ConnectForm, type GivenBefore } from './ConnectForm.tsx'
import { ConnectionCard } from './ConnectionCard.tsx'
import { maxTokensIn } from './usage.ts'

export const ConnectionsPage = () => {
  const { data: connections, error, isPending, refetch } = useConnections()
  const { data: session, error: sessionError } = useSession()
  const sandbox = useSandboxConnection()
  useFreshUsage()
  useTitle('Connections')
  const { attemptId, show, dismiss } = useAttemptId()
  const [connecting, setConnecting] = useState(false)
  const [given, setGiven] = useState<GivenBefore & { readonly attempt: string }>()
  const edit = () => {
    dismiss()
    setConnecting(true)
  }

  const begin = (attempt: OAuthAttempt, given?: GivenBefore) => {
    setGiven(given && { attempt: attempt.id, ...given })
    setConnecting(false)
    show(attempt)
    openAuthorization(attempt)
  }
  const maxTokens = maxTokensIn(connections ?? [], Date.now())
  const refused = error ?? sessionError ?? sandbox.error
  const sandboxButton = connections && !connections.some(connection => connection.sandbox) && (
    <Button variant="light" loading={sandbox.isPending} onClick={() => sandbox.mutate()}>
      Use the sandbox
    </Button>
  )
  return (
    <Stack p="lg" maw={1120} mx="auto">
      <Group justify="space-between">
        <div>
          <Title order={1}>Connections</Title>
          <Text size="sm" c="dimmed">
            The accounts your workflows can use
          </Text>
        </div>
        <Group gap="xs">
          {connections && connections.length > 0 && sandboxButton}
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={!session}
            onClick={() => {
              setGiven(undefined)
              setConnecting(true)
            }}
          >
            Connect a Pipedrive account
          </Button>
        </Group>
      </Group>
      {attemptId !== null && (
        <AttemptNotice
          key={attemptId}
          id={attemptId}
          onDismiss={dismiss}
          onEdit={given?.attempt === attemptId ? edit : undefined}
        />
      )}
      {refused && <ErrorNotice problem={problemOf(refused)} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={2} height={96} />}
      {connections?.length === 0 && (
        <EmptyState
          icon={<IconPlugConnected size={40} stroke={1.4} />}
          title="No connections yet"
          action={sandboxButton}
        >
          The sandbox is a demo account inside the workbench: no sign-up, and nothing can go wrong.
        </EmptyState>
      )}
      {connections?.map(connection => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          maxTokens={maxTokens}
          onBegun={begin}
        />
      ))}
      {connecting && session && (
        <ConnectForm
          session={session}
          given={given}
          onClose={() => setConnecting(false)}
          onBegun={begin}
        />
      )}
    </Stack>
  )
}
