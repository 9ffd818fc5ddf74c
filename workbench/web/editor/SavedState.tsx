import { Text } from '@mantine/core'
import { useSaving, type Saving } from './saving.ts'

const said: Record<Saving['state'], string> = {
  saved: 'Saved',
  waiting: 'Not saved yet',
  saving: 'Saving…',
  unreachable: 'Not saved: retrying',
  refused: 'Not saved',
  changed: 'Changed in another tab',
}

export const SavedState = () => {
  const state = useSaving(saving => saving.state)
  const isQuiet = state === 'saved' || state === 'waiting' || state === 'saving'
  return (
    <Text size="xs" c={isQuiet ? 'dimmed' : 'red'} role="status" w={92} lh={1.2}>
      {said[state]}
    </Text>
  )
}
