import { Code, CloseButton, Group, List, Stack, Text } from '@mantine/core'
import { focusCard } from '../shared/focusCard.ts'
import { Json } from '../shared/Json.tsx'
import { Notice } from '../shared/Notice.tsx'
import { useNode } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'

/** An imported workflow may have steps of other components: what is known of one, without a form. */
export const UnknownNode = ({ name }: { name: string }) => {
  const node = useNode(name)
  const problems = useEditor(editor => editor.problems.ofNode.get(name))
  if (!node) return null
  const { label, type, ...rest } = node
  const close = () => {
    useEditor.getState().select(undefined)
    focusCard(name)
  }
  return (
    <>
      <Group gap="sm" p="md" pb="xs" wrap="nowrap" component="header">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={600} truncate component="h2" fz="md">
            {label || name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            <Code>{type}</Code>
          </Text>
        </div>
        <CloseButton aria-label="Close panel" onClick={close} />
      </Group>
      <Stack p="md" pt="xs">
        <Notice kind="warning" title="No form for this step">
          <Text size="sm">
            <Code>{type}</Code> is not an operation of this component. Delete the step or replace it
            with one from the palette.
          </Text>
          {problems && (
            <List size="sm" mt="xs">
              {problems.map(({ path, problem }) => (
                <List.Item key={path + problem}>{problem}</List.Item>
              ))}
            </List>
          )}
        </Notice>
        {/* All of it, with the steps that it may hold. */}
        <Json label="As in the workflow file" value={{ ...rest, type }} />
      </Stack>
    </>
  )
}
