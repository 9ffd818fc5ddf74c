import { Button, Group } from '@mantine/core'
import { IconPin, IconPlayerPlay } from '@tabler/icons-react'
import { useShallow } from 'zustand/react/shallow'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Notice } from '../shared/Notice.tsx'
import { selectPinnedLabels } from '../workflow/pins.ts'
import { useEditor, type Editor } from '../workflow/store.ts'
import { useSetActive, useActivation } from './activation.ts'

const selectActivation = ({ workflow }: Editor) => ({
  activationError: workflow?.activationError,
  on: workflow?.on ?? false,
  isChanged: workflow?.onVersion !== workflow?.version,
})

/** What there is to know of a workflow that is on: an error, or that it runs as it was before. */
export const ActivationNotice = () => {
  const { activationError, on, isChanged } = useEditor(useShallow(selectActivation))
  const pinned = useEditor(selectPinnedLabels)
  const isPending = useActivation(activation => activation.isPending)
  const { to } = useSetActive()
  return (
    <>
      {activationError && (
        <ErrorNotice problem={activationError} onRetry={on ? () => to('on') : undefined} />
      )}
      {on && pinned !== '' && (
        <Notice kind="info" p="xs" icon={<IconPin aria-hidden />}>
          Pinned outputs apply to tests and manual runs only. Events run {pinned} for real.
        </Notice>
      )}
      {on && isChanged && (
        <Notice kind="info" p="xs" icon={<IconPlayerPlay aria-hidden />}>
          <Group justify="space-between" gap="sm">
            Events still run the version you turned on. These changes apply to manual runs only.
            <Button
              size="compact-sm"
              variant="default"
              loading={isPending}
              onClick={() => to('on')}
            >
              Use these changes
            </Button>
          </Group>
        </Notice>
      )}
    </>
  )
}
