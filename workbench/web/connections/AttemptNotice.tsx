import { Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core'
import type { OAuthAttempt } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { ApiRequestError } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'
import { useAttempt, useCancelAttempt } from './attempts.ts'

interface Props {
  readonly id: string
  readonly onDismiss: () => void
  /** Brings back the form as it was; absent where it was not filled in here. */
  readonly onEdit: (() => void) | undefined
}

/** How an attempt to connect stands, until the user has read how it ended. */
export const AttemptNotice = ({ id, onDismiss, onEdit }: Props) => {
  const { data: attempt, error, refetch } = useAttempt(id)
  if (error) {
    const isGone = error instanceof ApiRequestError && error.status === 404
    const retry = isGone ? undefined : () => void refetch()
    return <AttemptFailed problem={problemOf(error)} onRetry={retry} onDismiss={onDismiss} />
  }
  if (!attempt) return null
  if (attempt.error) return <AttemptFailed problem={attempt.error} {...{ onDismiss, onEdit }} />
  if (attempt.state === 'connected')
    return <Connected connection={attempt.connection} onDismiss={onDismiss} />
  return <Waiting attempt={attempt} onDismiss={onDismiss} />
}

const Waiting = ({ attempt, onDismiss }: { attempt: OAuthAttempt } & Pick<Props, 'onDismiss'>) => {
  const giveUp = useCancelAttempt(attempt.id, onDismiss)
  return (
    <Notice
      kind="info"
      icon={<Loader size={18} color="blue" aria-hidden />}
      title="Waiting for approval in Pipedrive"
    >
      <Stack gap="sm">
        <Text size="sm">
          Pipedrive opened in another tab. Don’t see it?{' '}
          <Anchor
            underline="always"
            href={attempt.authorizationUrl}
            target="_blank"
            rel="noopener"
            size="sm"
          >
            Open it here
          </Anchor>
          .
        </Text>
        {giveUp.error && <ErrorNotice problem={problemOf(giveUp.error)} />}
        <Group>
          <Button
            size="xs"
            variant="default"
            loading={giveUp.isPending}
            onClick={() => giveUp.mutate()}
          >
            Cancel
          </Button>
        </Group>
      </Stack>
    </Notice>
  )
}

const Connected = ({
  connection,
  onDismiss,
}: { connection: OAuthAttempt['connection'] } & Pick<Props, 'onDismiss'>) => (
  <Notice
    kind="success"
    title={connection ? `${connection.name} is connected` : 'Connected'}
    onClose={onDismiss}
  >
    {connection && `Account: ${connection.account}. `}
    If Pipedrive opened this tab, you can close it.
  </Notice>
)

type EndedProps = Parameters<typeof ErrorNotice>[0] &
  Pick<Props, 'onDismiss'> &
  Partial<Pick<Props, 'onEdit'>>

const AttemptFailed = ({ problem, onRetry, onDismiss, onEdit }: EndedProps) => (
  <Stack gap="xs">
    <ErrorNotice problem={problem} onRetry={onRetry} />
    <Group justify="flex-end">
      {onEdit && (
        <Button size="xs" variant="default" onClick={onEdit}>
          Change and try again
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" onClick={onDismiss}>
        Dismiss
      </Button>
    </Group>
  </Stack>
)
