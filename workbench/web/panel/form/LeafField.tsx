import type { ReactNode } from 'react'
import { isExpression } from '../../validation/expression.ts'
import { useExpressionMode, type ExpressionMode } from './expressionMode.ts'
import { FieldBox } from './FieldBox.tsx'
import { FieldSwitches } from './FieldSwitches.tsx'
import { inputProps, type InputProps } from './inputProps.tsx'
import { PreviewText } from './PreviewText.tsx'
import { ReferenceField } from './ReferenceField.tsx'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** The control for a fixed value. */
  readonly children: (input: InputProps, mode: ExpressionMode) => ReactNode
}

/** One value: a control for a fixed one, or a reference in its place. */
export const LeafField = ({ control, children }: Props) => {
  const mode = useExpressionMode(control)
  if (mode.isOn) return <ReferenceField control={control} mode={mode} />
  return (
    <FieldBox control={control} hasRowSwitch={control.isRow} onInsert={mode.enter}>
      <FieldSwitches control={control} mode={mode} />
      {children(inputProps(control), mode)}
    </FieldBox>
  )
}

interface InlineProps {
  readonly control: Control
  readonly children: (input: InputProps) => ReactNode
}

/** A text that takes references within it, so that there is nothing to switch to. */
export const InlineField = ({ control, children }: InlineProps) => (
  <FieldBox control={control} hasRowSwitch={false} onInsert={control.change}>
    <FieldSwitches control={control} />
    {children(inputProps(control))}
    {isExpression(control.value) && <PreviewText control={control} text={control.value} />}
  </FieldBox>
)
