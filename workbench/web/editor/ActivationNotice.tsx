import { Alert, Button, Group } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { useEditor } from '../workflow/store.ts'
import { useSetActive, useActivation } from './activation.ts'

/** What there is to know of a workflow that is on: trouble, or that it runs as it was before. */
export const ActivationNotice = () => {
  const workflow = useEditor(editor => editor.workflow)
  const isPending = useActivation(activation => activation.isPending)
  const { to } = useSetActive()
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
