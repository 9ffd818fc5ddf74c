import { Group, List, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { WarningView } from '../../../api/index.ts'
import { count } from '../../shared/format.ts'
import { Notice } from '../../shared/Notice.tsx'

const maxShown = 20

/** Whether what came out is what the definition declares. */
export const SchemaCheck = ({ warnings }: { warnings: readonly WarningView[] }) => {
  if (warnings.length === 0)
    return (
      <Group gap={6}>
        <IconCheck size={16} color="var(--mantine-color-green-filled)" aria-hidden />
        <Text size="sm">Output matches its definition</Text>
      </Group>
    )
  return (
    <Notice kind="warning" title={`${count(warnings.length, 'value')} not as defined`}>
      <List size="xs">
        {warnings.slice(0, maxShown).map(({ path, expected, got }) => (
          <List.Item key={path + expected}>
            <b>{path}</b>: expected {expected}, got {got}
          </List.Item>
        ))}
      </List>
      {warnings.length > maxShown && <Text size="xs">and {warnings.length - maxShown} more</Text>}
    </Notice>
  )
}
