import type { ComponentManifest } from '../../../definitions/index.ts'
import { Confirm } from '../shared/Confirm.tsx'
import { selectTriggerLabel } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { replaceTrigger } from './actions.ts'
import { useUiState } from './uiState.ts'

/** A workflow has one trigger at most: a second one asks. */
export const ReplaceTrigger = ({ manifest }: { manifest: ComponentManifest }) => {
  const entry = useUiState(ui => ui.replacing)
  const label = useEditor(selectTriggerLabel)
  return (
    <Confirm
      opened={entry !== undefined}
      title="Replace the trigger?"
      action="Replace"
      onConfirm={() => entry && replaceTrigger(manifest, entry)}
      onClose={() => useUiState.setState({ replacing: undefined })}
    >
      A workflow has one trigger. “{entry?.title}” will replace “{label}” and keep its name, so
      references to it still work. You can undo this.
    </Confirm>
  )
}
