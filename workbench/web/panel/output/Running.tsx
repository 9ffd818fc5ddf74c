import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { count } from '../../shared/format.ts'
import { cancelTest, type NodeTest } from '../../workflow/nodeTests.ts'
import { usePanelNode } from '../nodeContext.ts'

/** How far a test has come. */
export const Running = ({ test: { progress } }: { test: NodeTest }) => {
  const panel = usePanelNode()
  const { requests = 0, rows } = progress ?? {}
  return (
    <Stack align="center" py="xl" gap="sm">
      <Loader size="md" aria-hidden />
      <Text size="sm" role="status">
        {!progress && 'Saving the workflow'}
        {progress && (requests > 0 ? `Testing: ${count(requests, 'request')}` : 'Testing')}
        {rows !== undefined && `, ${count(rows, 'row')}`}
      </Text>
      <Group>
        <Button variant="default" size="xs" onClick={() => cancelTest(panel)}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
