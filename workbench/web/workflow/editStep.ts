import { create } from 'zustand'
import { useEditor } from './store.ts'

interface Wanted {
  readonly node: string
  /** `deal.title`; the form as a whole when absent. */
  readonly path: string | undefined
}

/** The field that the panel is to bring up. */
export const useWantedField = create<{ readonly wanted: Wanted | undefined }>()(() => ({
  wanted: undefined,
}))

/** Opens the form of a step, at one of its fields. */
export const editStep = (node: string, path?: string) => {
  useEditor.getState().select(node)
  useWantedField.setState({ wanted: { node, path } })
}
