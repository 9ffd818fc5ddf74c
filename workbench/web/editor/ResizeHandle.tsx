import type { KeyboardEvent, PointerEvent } from 'react'
import classes from './Aside.module.css'

const [min, max, step] = [360, 1_400, 40]

const clamp = (width: number) => Math.round(Math.min(max, Math.max(min, width)))

interface Props {
  readonly width: number
  readonly onResize: (width: number) => void
}

/** Makes what stands aside wider or narrower, by dragging or with the arrow keys. */
export const ResizeHandle = ({ width, onResize }: Props) => {
  const drag = ({ currentTarget, clientX, buttons }: PointerEvent<HTMLElement>) => {
    const right = currentTarget.parentElement?.getBoundingClientRect().right ?? 0
    if (buttons === 1) onResize(clamp(right - clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    onResize(clamp(width + by))
  }
  return (
    <div
      className={classes.handle}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={event => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onKeyDown={onKeyDown}
    />
  )
}
