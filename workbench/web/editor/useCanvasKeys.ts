import { useEffect } from 'react'
import { useHotkeys } from '@mantine/hooks'
import { useEditor } from '../workflow/store.ts'
import { paste } from './actions.ts'
import { useUiState } from './uiState.ts'

/** Fields take text themselves. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('input, textarea, select') || target.isContentEditable)

/** The keys that work wherever the focus is, but not in fields. */
export const useCanvasKeys = () => {
  const { undo, redo } = useEditor.getState()
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
    ['mod+K', () => useUiState.setState({ dialog: 'find' })],
  ])
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target)) return
      if (paste(event.clipboardData?.getData('text') ?? '')) event.preventDefault()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isField(event.target)) useUiState.setState({ dialog: 'shortcuts' })
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
}
