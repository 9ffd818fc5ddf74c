import { Text } from '@mantine/core'
import { useSaveState, type SaveState } from '../workflow/autosave.ts'

const labels: Record<SaveState['state'], string> = {
  saved: 'Saved',
  waiting: 'Not saved yet',
  saving: 'Saving…',
  unreachable: 'Not saved: retrying',
  refused: 'Not saved',
  changed: 'Changed in another tab',
}

export const SavedState = () => {
  const state = useSaveState(saving => saving.state)
  const isQuiet = state === 'saved' || state === 'waiting' || state === 'saving'
  return (
    <Text size="xs" c={isQuiet ? 'dimmed' : 'red'} role="status" w={92} lh={1.2}>
      {labels[state]}
    </Text>
  )
}
