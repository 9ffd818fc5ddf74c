import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { useReducedMotion } from '@mantine/hooks'
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { selectSelected } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { card, startingView, type Placed } from './layout.ts'

const margin = 32

/**
 * The canvas begins readable, from the top. What was in the middle stays there when it gets wider
 * or narrower.
 */
export const useStartingView = (placed: readonly Placed[]) => {
  const width = useStore(flow => flow.width)
  const flow = useStoreApi()
  const before = useRef(0)
  const { getViewport, setViewport } = useReactFlow()
  const resized = useEffectEvent(() => {
    const { x, ...viewport } = getViewport()
    const { height } = flow.getState()
    if (before.current === 0) void setViewport(startingView(placed, { width, height }))
    else void setViewport({ ...viewport, x: x + (width - before.current) / 2 })
    before.current = width
  })
  useEffect(() => {
    if (width > 0) resized()
  }, [width])
}

/** Scrolls to a card at this height where it is out of sight. */
export const useBringIntoView = () => {
  const still = useReducedMotion()
  const flow = useStoreApi()
  const { getViewport, setViewport } = useReactFlow()
  return useCallback(
    (top: number) => {
      const viewport = getViewport()
      const from = top * viewport.zoom + viewport.y
      const to = from + card.height * viewport.zoom
      const by = Math.min(0, flow.getState().height - margin - to) || Math.max(0, margin - from)
      if (by === 0) return
      void setViewport({ ...viewport, y: viewport.y + by }, { duration: still ? 0 : 200 })
    },
    [still, flow, getViewport, setViewport],
  )
}

/** The selected card is in sight, also when it is a new one. */
export const useSelectedInView = (placed: readonly Placed[]) => {
  const selected = useEditor(selectSelected)
  const top = placed.find(({ name }) => name !== undefined && name === selected)?.y
  const bringIntoSight = useBringIntoView()
  useEffect(() => {
    if (top !== undefined) bringIntoSight(top)
  }, [top, bringIntoSight])
}
