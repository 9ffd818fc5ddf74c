import { useEffect, useRef } from 'react'
import { useReactFlow, useStore } from '@xyflow/react'

/** What was in the middle stays there when the canvas gets wider or narrower. */
export const useKeptInView = () => {
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
