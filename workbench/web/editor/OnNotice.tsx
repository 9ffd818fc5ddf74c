import { Alert, Button, Group } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { useEditor } from './store.ts'
import { useTurn, useTurning } from './turning.ts'

/** What there is to know of a workflow that is on: trouble, or that it runs as it was before. */
export const OnNotice = () => {
  const workflow = useEditor(editor => editor.workflow)
  const isPending = useTurning(turning => turning.isPending)
  const { to } = useTurn()
  if (!workflow) return null
  const { trouble, on, onVersion, version } = workflow
  return (
    <>
      {trouble && <ErrorNotice problem={trouble} onRetry={on ? () => to('on') : undefined} />}
      {on && onVersion !== version && (
        <Alert color="blue" p="xs" icon={<IconPlayerPlay aria-hidden />}>
          <Group justify="space-between" gap="sm">
            Events still run the version that was turned on; these changes run by hand only.
            <Button
              size="compact-sm"
              variant="default"
              loading={isPending}
              onClick={() => to('on')}
            >
              Use these changes
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
