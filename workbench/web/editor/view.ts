import { create } from 'zustand'
import type { Offer } from './offers.ts'
import { useEditor } from './store.ts'

/** What stands where around the canvas; nothing of it is saved. */
export interface View {
  /** Beside the canvas while no node is selected. */
  readonly aside: 'json' | 'runs' | undefined
  /** Where the next operation of the palette goes; at the end when undefined. */
  readonly gap: number | undefined
  /** Where what is being dragged would land. */
  readonly dropGap: number | undefined
  /** The trigger that waits for a yes to replace the present one. */
  readonly replacing: Offer | undefined
  /** The node whose name is being changed. */
  readonly renaming: string | undefined
  /** What there is to know of how the workbench has started. */
  readonly areNoticesRead: boolean
}

export const useView = create<View>()(() => ({
  aside: undefined,
  gap: undefined,
  dropGap: undefined,
  replacing: undefined,
  renaming: undefined,
  areNoticesRead: false,
}))

export const showAside = (aside: View['aside']) => {
  useEditor.getState().select(undefined)
  useView.setState({ aside })
}

/** Called at every move of the pointer. */
export const showDrop = (dropGap: number | undefined) => {
  if (useView.getState().dropGap !== dropGap) useView.setState({ dropGap })
}

/** A + has been pressed: the palette waits for what to put there. */
export const chooseFor = (gap: number) => {
  // Where there is little room, what stands aside hides the palette.
  showAside(undefined)
  useView.setState({ gap })
  requestAnimationFrame(() => document.getElementById('palette-search')?.focus())
}

export const cardId = (name: string) => `node ${name}`

/** Once it has been drawn. */
export const focusCard = (name: string | undefined) => {
  if (name !== undefined)
    requestAnimationFrame(() => document.getElementById(cardId(name))?.focus())
}
