import { useState } from 'react'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFunction } from '@tabler/icons-react'
import { isExpression } from '../../validation/expression.ts'
import { usePanelNode } from '../nodeContext.ts'
import classes from './fields.module.css'
import type { Control } from './useControl.ts'

export interface ExpressionMode {
  readonly isOn: boolean
  /** By hand, just now. */
  readonly wasSwitched: boolean
  readonly switchTo: (on: boolean) => void
}

/** Whether a field holds a reference in place of a fixed value; switching starts from nothing. */
export const useExpressionMode = ({
  value,
  change,
}: Pick<Control, 'value' | 'change'>): ExpressionMode => {
  const [wasSwitched, setSwitched] = useState(false)
  const isTyped = typeof value === 'string' || value === undefined
  return {
    isOn: isExpression(value) || (wasSwitched && isTyped),
    wasSwitched,
    switchTo: on => {
      setSwitched(on)
      if (value !== undefined) change(undefined)
    },
  }
}

interface Props {
  readonly label: string
  readonly mode: ExpressionMode
}

/** Nothing to switch to where there are no data yet. */
export const ExpressionSwitch = ({ label, mode: { isOn, switchTo } }: Props) => {
  const { sources } = usePanelNode()
  if (sources.length === 0 && !isOn) return null
  return (
    <Tooltip label={isOn ? 'Use a fixed value' : 'Use data from an earlier step'}>
      <ActionIcon
        className={classes.switch ?? ''}
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'green' : 'gray'}
        size="sm"
        aria-label={`Data from an earlier step for ${label}`}
        aria-pressed={isOn}
        onClick={() => switchTo(!isOn)}
      >
        <IconFunction size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
