import { Text } from '@mantine/core'
import { useShallow } from 'zustand/react/shallow'
import { count } from '../shared/format.ts'
import { useSaveState, type SaveState } from '../workflow/autosave.ts'
import { selectDraftCount, useInvalidDrafts } from '../workflow/invalidDrafts.ts'
import { selectNodeNames, selectWorkflowId } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import classes from './editor.module.css'

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
  const workflowId = useEditor(selectWorkflowId)
  const nodes = useEditor(useShallow(selectNodeNames))
  const invalid = useInvalidDrafts(selectDraftCount(workflowId, nodes))
  if (state === 'saved' && invalid > 0)
    return <Status isBad>{`${count(invalid, 'field')} not saved`}</Status>
  const isQuiet = state === 'saved' || state === 'waiting' || state === 'saving'
  return <Status isBad={!isQuiet}>{labels[state]}</Status>
}

const Status = ({ isBad, children }: { isBad: boolean; children: string }) => (
  <Text size="xs" c={isBad ? 'red' : 'dimmed'} role="status" className={classes.savedState ?? ''}>
    {children}
  </Text>
)
