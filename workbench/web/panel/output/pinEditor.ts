import { create } from 'zustand'

interface PinEditor {
  /** The node whose output is being edited. */
  readonly node: string | undefined
  /** What was typed and is not pinned yet, by workflow and node: it outlives the dialog. */
  readonly drafts: Readonly<Record<string, string>>
}

export const usePinEditor = create<PinEditor>()(() => ({ node: undefined, drafts: {} }))

export const editPin = (node: string | undefined) => usePinEditor.setState({ node })

export const keepPinDraft = (key: string, text: string | undefined) => {
  const { [key]: _, ...others } = usePinEditor.getState().drafts
  usePinEditor.setState({ drafts: text === undefined ? others : { ...others, [key]: text } })
}
