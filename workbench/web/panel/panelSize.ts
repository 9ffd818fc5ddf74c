import { create } from 'zustand'

/** Whether the panel covers the canvas, as input, form and output side by side. */
export const usePanelSize = create<{ readonly isFull: boolean }>()(() => ({ isFull: false }))
