import { Button, Group, Text } from '@mantine/core'
import { IconPencil, IconPin, IconPinnedOff } from '@tabler/icons-react'
import type { Source } from '../../output/sources.ts'
import { Notice } from '../../shared/Notice.tsx'
import { isPinned, pin, pinOf, pinProblem, unpin } from '../../workflow/pins.ts'
import { selectSamples } from '../../workflow/selectors.ts'
import { useEditor } from '../../workflow/store.ts'
import { usePanelNodeJson } from '../nodeContext.ts'
import { editPin } from './pinEditor.ts'

/** Keeps what a step has put out for tests and runs by hand, and says so while it does. */
export const PinBar = ({ source }: { source: Source }) => {
  const node = usePanelNodeJson()
  const { name } = node
  const samples = useEditor(selectSamples)
  const edit = (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconPencil size={13} aria-hidden />}
      onClick={() => editPin(name)}
    >
      {isPinned(node) ? 'Edit' : 'Edit and pin'}
    </Button>
  )
  if (!isPinned(node))
    return (
      <Group gap="xs">
        {source.tested && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPin size={13} aria-hidden />}
            disabled={pinProblem(source.output) !== undefined}
            title={pinProblem(source.output) ?? 'Use this output in tests and manual runs'}
            onClick={() => pin(name, source.output)}
          >
            Pin
          </Button>
        )}
        {edit}
      </Group>
    )
  const last = samples?.[name]
  const isOther = last !== undefined && JSON.stringify(last) !== JSON.stringify(pinOf(node))
  return (
    <Notice kind="info" p="xs" icon={<IconPin aria-hidden />} title="This output is pinned">
      <Text size="sm">
        Tests of later steps and manual runs take it. Events that arrive while the workflow is on
        run this step.
      </Text>
      <Group gap="xs" mt="xs">
        {edit}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPinnedOff size={13} aria-hidden />}
          onClick={() => unpin(name)}
        >
          Unpin
        </Button>
        {isOther && pinProblem(last) === undefined && (
          <Button size="compact-xs" variant="default" onClick={() => pin(name, last)}>
            Pin the last output instead
          </Button>
        )}
      </Group>
    </Notice>
  )
}
