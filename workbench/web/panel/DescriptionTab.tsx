import { Anchor, Badge, Code, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { Operation } from '../shared/component.ts'
import { useEditor } from '../workflow/store.ts'
import { Help } from './Help.tsx'
import { usePanelNode, usePanelNodeJson } from './nodeContext.ts'

/** What the node is for, in the user's words and in those of its operation. */
export const DescriptionTab = () => {
  const { operation } = usePanelNode()
  const node = usePanelNodeJson()
  const { changeNode } = useEditor.getState()
  return (
    <Stack gap="md">
      <TextInput
        label="Label"
        description="The name on the canvas"
        placeholder={operation.title}
        value={node.label}
        onChange={event => changeNode(node.name, { label: event.currentTarget.value })}
        autoComplete="off"
      />
      <Textarea
        label="Notes"
        description="What this step is for"
        autosize
        minRows={3}
        maxRows={12}
        value={node.description ?? ''}
        onChange={event => changeNode(node.name, { description: event.currentTarget.value })}
      />
      <div>
        <Group gap="xs" mb={4}>
          <Text size="sm" fw={600}>
            {operation.title}
          </Text>
          <Effect operation={operation} />
        </Group>
        <Text size="sm">
          <Help>{operation.description}</Help>
        </Text>
        <Text size="xs" c="dimmed" mt="xs">
          Type in workflow files: <Code>{node.type}</Code>. Reference to its output:{' '}
          <Code>{`\${${node.name}}`}</Code>.
        </Text>
        <Anchor
          href="https://developers.pipedrive.com/docs/api/v1"
          target="_blank"
          rel="noopener noreferrer"
          size="sm"
          mt="xs"
          display="inline-block"
        >
          Pipedrive’s API reference
        </Anchor>
      </div>
    </Stack>
  )
}

/** What a test of it does to the account. */
const Effect = ({ operation }: { operation: Operation }) => {
  if (!('metadata' in operation))
    return (
      <Badge variant="light" tt="none">
        Waits for events
      </Badge>
    )
  const { readOnly, destructive } = operation.metadata
  if (readOnly)
    return (
      <Badge variant="light" tt="none">
        Read-only
      </Badge>
    )
  return (
    <Badge variant="light" tt="none" color={destructive ? 'red' : 'orange'}>
      {destructive ? 'Can delete or overwrite' : 'Writes'}
    </Badge>
  )
}
