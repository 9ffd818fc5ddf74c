import { Button, Code, CopyButton, Group, Loader, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { ErrorNotice } from '../../shared/ErrorNotice.tsx'
import { call } from '../../shared/http.ts'
import { problemOf } from '../../shared/nextStep.ts'
import { cancelTest } from '../../workflow/nodeTests.ts'
import { usePanelNode } from '../nodeContext.ts'

/** A trigger waits for one event. In the sandbox a button makes it happen. */
export const Listening = ({ webhookUrl }: { webhookUrl: string }) => {
  const panel = usePanelNode()
  const { operation, connection } = panel
  const cause = useMutation({
    mutationFn: () =>
      call('POST', '/api/cause', { trigger: operation.name, connectionId: connection?.id }),
  })
  return (
    <Stack gap="md" py="md">
      <Group gap="sm" role="status">
        <Loader size="sm" type="dots" aria-hidden />
        <Text size="sm">Waiting for an event: {operation.title}</Text>
      </Group>
      <Text size="sm">
        {connection?.sandbox
          ? 'Trigger a test event here, or make the change on the Sandbox page.'
          : 'Make the change in Pipedrive now.'}
      </Text>
      <Group gap="xs">
        {connection?.sandbox && (
          <Button onClick={() => cause.mutate()} loading={cause.isPending}>
            Trigger a test event
          </Button>
        )}
        <Button variant="default" onClick={() => cancelTest(panel)}>
          Cancel
        </Button>
      </Group>
      {cause.error && (
        <ErrorNotice problem={problemOf(cause.error)} onRetry={() => cause.mutate()} />
      )}
      <div>
        <Group justify="space-between" mb={4}>
          <Text size="xs" c="dimmed">
            Webhook URL
          </Text>
          <CopyButton value={webhookUrl}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="subtle" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Code block fz="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {webhookUrl}
        </Code>
      </div>
    </Stack>
  )
}
