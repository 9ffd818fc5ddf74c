import type { ComponentManifest } from '../../../definitions/index.ts'
import { Confirm } from '../shared/Confirm.tsx'
import { replaceTrigger } from './actions.ts'
import { useEditor } from './store.ts'
import { useView } from './view.ts'

/** A workflow has one trigger at most: a second one asks. */
export const ReplaceTrigger = ({ manifest }: { manifest: ComponentManifest }) => {
  const offer = useView(view => view.replacing)
  const present = useEditor(({ workflow }) => workflow?.definition.triggers[0])
  return (
    <Confirm
      opened={offer !== undefined}
      title="Replace the trigger?"
      action="Replace"
      onConfirm={() => offer && replaceTrigger(manifest, offer)}
      onClose={() => useView.setState({ replacing: undefined })}
    >
      A workflow has one trigger. “{offer?.title}” takes the place of “{present?.label}” and its
      name, so that references to it stay. This can be undone.
    </Confirm>
  )
}
