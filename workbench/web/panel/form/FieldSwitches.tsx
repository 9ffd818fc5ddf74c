import type { ReactNode } from 'react'
import { ClearButton } from './ClearButton.tsx'
import type { ExpressionMode } from './expressionMode.ts'
import { ExpressionSwitch } from './ExpressionSwitch.tsx'
import classes from './fields.module.css'
import type { Control } from './useControl.ts'

interface Props {
  readonly control: Control
  /** Absent on a text that takes references within it. */
  readonly mode?: ExpressionMode
  readonly children?: ReactNode
}

/** What else may stand in place of a value, beside the label. */
export const FieldSwitches = ({ control, mode, children }: Props) => (
  <div className={classes.switches}>
    {children}
    <ClearButton control={control} />
    {mode && <ExpressionSwitch label={control.label} mode={mode} />}
  </div>
)
