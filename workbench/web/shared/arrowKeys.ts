import type { KeyboardEvent } from 'react'

/** The arrow keys lead through a list, which is one stop of the Tab key; `items` selects its stops. */
export const moveFocus = (event: KeyboardEvent, list: HTMLElement, items: string): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const all = [...list.querySelectorAll<HTMLElement>(items)]
  const at = all.findIndex(item => item === event.target)
  const next = all[at + step]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}
