import { create } from 'zustand'
import type { PaletteEntry } from '../workflow/palette.ts'
import type { RunEvent } from '../workflow/run.ts'
import { useEditor } from '../workflow/store.ts'
import type { Renamed } from '../workflow/uniqueNames.ts'

/** It belongs to a workflow and to the account that it has come from. */
export interface ChosenEvent {
  readonly workflowId: string
  readonly connectionId: string | null
  readonly event: RunEvent
}

export interface JsonDraft {
  readonly workflowId: string
  readonly text: string
  /** The workflow as it was when the edit began. */
  readonly base: string
}

/** What stands where around the canvas; nothing of it is saved. */
export interface UiState {
  /** Beside the canvas while no node is selected. */
  readonly aside: 'json' | 'runs' | undefined
  /** Where the next operation of the palette goes; at the end when undefined. */
  readonly gap: number | undefined
  /** Where what is being dragged would land; `triggerGap` for the place of the trigger. */
  readonly dropGap: number | undefined
  /** The trigger that waits for a yes to replace the present one. */
  readonly replacing: PaletteEntry | undefined
  /** The node whose name is being changed. */
  readonly renaming: string | undefined
  /** Over the canvas, where there is no room beside it. */
  readonly isPaletteOpen: boolean
  readonly dialog: 'find' | 'shortcuts' | undefined
  /** Nodes that had the name of another one, until that has been read. */
  readonly renamed: { readonly workflowId: string; readonly nodes: readonly Renamed[] } | undefined
  /** The event that Run takes, once one has been chosen. */
  readonly runEvent: ChosenEvent | undefined
  /** JSON of the workflow that has not been applied. */
  readonly jsonDraft: JsonDraft | undefined
  /** What there is to know of how the workbench has started. */
  readonly areNoticesRead: boolean
  /** What the workflow takes of the daily budget is shown. */
  readonly isForecastOpen: boolean
}

export const useUiState = create<UiState>()(() => ({
  aside: undefined,
  gap: undefined,
  dropGap: undefined,
  replacing: undefined,
  renaming: undefined,
  isPaletteOpen: false,
  dialog: undefined,
  renamed: undefined,
  runEvent: undefined,
  jsonDraft: undefined,
  areNoticesRead: false,
  isForecastOpen: false,
}))

export const chooseRunEvent = (runEvent: ChosenEvent) => useUiState.setState({ runEvent })

export const tellRenamed = (workflowId: string, nodes: readonly Renamed[]) => {
  if (nodes.length > 0) useUiState.setState({ renamed: { workflowId, nodes } })
}

export const showAside = (aside: UiState['aside']) => {
  useEditor.getState().select(undefined)
  useUiState.setState({ aside })
}

/** Called at every move of the pointer. */
export const setDropGap = (dropGap: number | undefined) => {
  if (useUiState.getState().dropGap !== dropGap) useUiState.setState({ dropGap })
}

/** Also where a drag was given up. */
export const clearDropGap = () => setDropGap(undefined)

/** Where a trigger lands. */
export const triggerGap = -1

/** A + has been pressed: the palette waits for what to put there. */
export const openPaletteAt = (gap: number) => {
  // Where there is little room, what stands aside hides the palette.
  showAside(undefined)
  useUiState.setState({ gap })
  requestAnimationFrame(() => document.getElementById('palette-search')?.focus())
}
