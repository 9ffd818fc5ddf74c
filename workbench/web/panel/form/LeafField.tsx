import { useEffect, useRef, useState, type DragEvent, type FocusEvent, type ReactNode } from 'react'
import { Box, TextInput } from '@mantine/core'
import { isExpression } from '../../validation/expression.ts'
import {
  setInsertTarget,
  pillType,
  acceptsReferences,
  textInputIn,
  typeInto,
} from '../data/insertTarget.ts'
import { Help } from '../Help.tsx'
import { ExpressionSwitch, useExpressionMode } from './ExpressionSwitch.tsx'
import classes from './fields.module.css'
import { PreviewText } from './PreviewText.tsx'
import { useFormState, type Control } from './useControl.ts'

/** What the controls of Mantine take to be labelled, described and marked. */
export interface InputProps {
  readonly id: string
  readonly label?: string
  readonly 'aria-label'?: string
  readonly description: ReactNode
  readonly error: ReactNode
  readonly withAsterisk: boolean
  readonly 'aria-required': boolean
  readonly placeholder: string
}

interface Props {
  readonly control: Control
  /** The field takes references within its own text, so that there is nothing to switch to. */
  readonly inline?: boolean
  /** The control for a fixed value. */
  readonly children: (input: InputProps) => ReactNode
}

/** One value: its label, its control or a reference in its place, and what is to be said of it. */
export const LeafField = ({ control, inline = false, children }: Props) => {
  const { path, label, isRow, value, change } = control
  const mode = useExpressionMode(control)
  const { touch } = useFormState()
  const [isOver, setOver] = useState(false)
  const latest = useRef(change)
  useEffect(() => {
    latest.current = change
  })

  const targetField = ({ target }: FocusEvent) => {
    const input = textInputIn(target)
    const insert = (reference: string) =>
      input?.isConnected ? typeInto(input, reference) : latest.current(reference)
    setInsertTarget({ label, insert })
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
    change(reference)
  }

  const input = inputProps(control)
  return (
    <Box
      className={classes.field}
      data-row={(isRow && !inline) || undefined}
      data-over={isOver || undefined}
      onFocus={targetField}
      onBlur={() => touch(path)}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!inline && <ExpressionSwitch label={label} mode={mode} />}
      {mode.isOn && !inline ? (
        <TextInput
          {...input}
          {...acceptsReferences}
          classNames={{ input: classes.expression }}
          placeholder="${step.body.data[0].id}"
          value={typeof value === 'string' ? value : ''}
          onChange={event => change(event.currentTarget.value)}
          autoFocus={mode.wasSwitched}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        children(input)
      )}
      {isExpression(value) && <PreviewText text={value} />}
    </Box>
  )
}

const inputProps = ({ id, label, isRow, property, required, errors }: Control): InputProps => ({
  id,
  ...(isRow ? { 'aria-label': label } : { label }),
  description: property.description && <Help>{property.description}</Help>,
  error: errors.length > 0 && errors.join('. '),
  withAsterisk: required && !isRow,
  'aria-required': required,
  placeholder: property.placeholder ?? placeholderOf(property),
})

/** An empty field stands for its default, which the runtime fills in. */
const placeholderOf = ({ defaultValue, options = [] }: Control['property']): string => {
  if (defaultValue === undefined) return ''
  const label = options.find(({ value }) => value === defaultValue)?.label ?? String(defaultValue)
  return `${label} (default)`
}
