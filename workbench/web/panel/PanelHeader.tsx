import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconArrowsMaximize, IconArrowsMinimize, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { focusCard } from '../shared/focusCard.ts'
import { OperationIcon } from '../shared/OperationIcon.tsx'
import { useTest } from '../workflow/nodeTests.ts'
import { useNodeLabel } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { usePanelNode } from './nodeContext.ts'
import { usePanelSize } from './panelSize.ts'

export const PanelHeader = ({ onTest }: { onTest: () => void }) => {
  const panel = usePanelNode()
  const { name, operation, connection } = panel
  const label = useNodeLabel(name)
  const isFull = usePanelSize(size => size.isFull)
  const isTesting = useTest(panel)?.abort !== undefined
  const close = () => {
    useEditor.getState().select(undefined)
    focusCard(name)
  }
  return (
    <Group gap="sm" p="md" pb="xs" wrap="nowrap" component="header">
      <OperationIcon verb={operation.subject?.verb} size={32} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={600} truncate component="h2" fz="md" dir="auto">
          {label || operation.title}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {operation.title} · <span style={{ fontFamily: 'monospace' }}>{name}</span>
        </Text>
      </div>
      <Button
        data-test-button
        size="xs"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        loading={isTesting}
        disabled={!connection}
        {...(!connection && { title: 'Choose a connection first' })}
        onClick={onTest}
      >
        Test
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        visibleFrom="sm"
        aria-label="Full size"
        aria-pressed={isFull}
        title={isFull ? 'Back beside the canvas' : 'Input, form and output side by side'}
        onClick={() => usePanelSize.setState({ isFull: !isFull })}
      >
        {isFull ? (
          <IconArrowsMinimize size={18} aria-hidden />
        ) : (
          <IconArrowsMaximize size={18} aria-hidden />
        )}
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label="Close panel" onClick={close}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
