import { useEffect, useRef } from 'react'
import { useReducedMotion } from '@mantine/hooks'
import { useReactFlow, useStoreApi, useStore } from '@xyflow/react'
import { card, type Placed } from './layout.ts'
import { useEditor } from './store.ts'

const margin = 32

/** What was in the middle stays there when the canvas gets wider or narrower. */
export const useCentered = () => {
  const width = useStore(flow => flow.width)
  const before = useRef(0)
  const { getViewport, setViewport } = useReactFlow()
  useEffect(() => {
    const change = before.current > 0 ? width - before.current : 0
    before.current = width
    if (change === 0) return
    const viewport = getViewport()
    void setViewport({ ...viewport, x: viewport.x + change / 2 })
  }, [width, getViewport, setViewport])
}

/** The canvas scrolls to the selected card where that is out of sight, such as a new one. */
export const useSelectedInSight = (placed: readonly Placed[]) => {
  const selected = useEditor(editor => editor.selected)
  const top = placed.find(({ name }) => name !== undefined && name === selected)?.y
  const still = useReducedMotion()
  const flow = useStoreApi()
  const { getViewport, setViewport } = useReactFlow()
  useEffect(() => {
    if (top === undefined) return
    const viewport = getViewport()
    const from = top * viewport.zoom + viewport.y
    const to = from + card.height * viewport.zoom
    const by = Math.min(0, flow.getState().height - margin - to) || Math.max(0, margin - from)
    if (by !== 0)
      void setViewport({ ...viewport, y: viewport.y + by }, { duration: still ? 0 : 200 })
  }, [top, still, flow, getViewport, setViewport])
}
