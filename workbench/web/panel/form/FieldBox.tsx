import { useEffect, useRef, useState, type DragEvent, type FocusEvent, type ReactNode } from 'react'
import { Box } from '@mantine/core'
import {
  pillType,
  setInsertTarget,
  textInputIn,
  typeInto,
  useInsertTarget,
  type InsertTarget,
} from '../data/insertTarget.ts'
import classes from './fields.module.css'
import { useFormState, type Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** Leaves room for the switch beside a row without a label. */
  readonly hasRowSwitch: boolean
  /** Puts a reference in place of the value. */
  readonly onInsert: (reference: string) => void
  readonly children: ReactNode
}

/** Takes data of earlier steps: by a drop, or by a click on them once it has had the focus. */
export const FieldBox = ({ control, hasRowSwitch, onInsert, children }: Props) => {
  const { path, label } = control
  const { touch } = useFormState()
  const [isOver, setOver] = useState(false)
  // A field that was only passed through need not say that it is empty.
  const isTyped = useRef(false)
  const latest = useRef(onInsert)
  const target = useRef<InsertTarget>(undefined)
  useEffect(() => {
    latest.current = onInsert
  })
  // A field that is gone takes nothing any more.
  useEffect(
    () => () => {
      if (useInsertTarget.getState().target === target.current) setInsertTarget(undefined)
    },
    [],
  )

  const becomeTarget = ({ target: element }: FocusEvent) => {
    const input = textInputIn(element)
    const insert = (reference: string) =>
      input?.isConnected ? typeInto(input, reference) : latest.current(reference)
    target.current = { label, insert }
    setInsertTarget(target.current)
  }
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(pillType)) return
    setOver(true)
    // Inputs of text take what is dropped at the caret by themselves.
    if (!textInputIn(event.target)) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const reference = event.dataTransfer.getData(pillType)
    if (reference === '' || textInputIn(event.target)) return
    event.preventDefault()
    onInsert(reference)
  }
  return (
    <Box
      className={classes.field}
      data-row={hasRowSwitch || undefined}
      data-over={isOver || undefined}
      onFocus={becomeTarget}
      onInput={() => (isTyped.current = true)}
      onBlur={() => isTyped.current && touch(path)}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </Box>
  )
}
