import type { ReactNode } from 'react'
import { Code, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ConnectionView } from '../../api/index.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { Notice } from '../shared/Notice.tsx'
import type { useReconnect, useTest } from './changes.ts'

interface Props {
  readonly connection: ConnectionView
  readonly test: ReturnType<typeof useTest>
  readonly reconnect: ReturnType<typeof useReconnect>
}

/** What the user has to know about a connection, each with what to do about it. */
export const ConnectionNotes = ({ connection, test, reconnect }: Props) => (
  <>
    {connection.state === 'reconnect' && (
      <Warning title="Pipedrive revoked this access">
        Reconnect it to continue. Workflows that use it are not changed.
      </Warning>
    )}
    {connection.missingScopes.length > 0 && (
      <Warning title="Some actions will fail: scopes are missing">
        Select{' '}
        {connection.missingScopes.map(scope => (
          <Code key={scope} mr={4}>
            {scope}
          </Code>
        ))}{' '}
        for the app in Pipedrive’s Developer Hub, then reconnect.
      </Warning>
    )}
    {test.data && (
      <Text size="sm" role="status" c="green">
        <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> Connected
        to {test.data.account}.
      </Text>
    )}
    {test.error && <ErrorNotice problem={problemOf(test.error)} onRetry={() => test.mutate()} />}
    {reconnect.error && (
      <ErrorNotice problem={problemOf(reconnect.error)} onRetry={reconnect.start} />
    )}
  </>
)

const Warning = ({ title, children }: { title: string; children: ReactNode }) => (
  <Notice kind="warning" role="note" title={title}>
    {children}
  </Notice>
)
