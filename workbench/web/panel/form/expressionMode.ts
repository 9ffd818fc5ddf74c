import { useState } from 'react'
import { isExpression } from '../../validation/expression.ts'
import { usePanelNode } from '../nodeContext.ts'
import type { Control } from './useControl.ts'

export interface ExpressionMode {
  readonly isOn: boolean
  /** The reference is not entered yet, and the fixed value still counts. */
  readonly isPending: boolean
  /** Switched on by hand, just now. */
  readonly wasSwitched: boolean
  readonly switchTo: (on: boolean) => void
  /** Puts a reference in place of the value. */
  readonly enter: (text: string) => void
}

/** The side that a field does not show at present, for switching back. */
interface Memory {
  fixed?: unknown
  expression?: string
}

/** Outlives the panel, so that a field that is opened again can still be switched back. */
const memories = new Map<string, Memory>()

const memoryOf = (key: string): Memory => {
  const memory = memories.get(key) ?? {}
  memories.set(key, memory)
  return memory
}

/** Whether a field holds a reference in place of a fixed value. Switching loses neither of them. */
export const useExpressionMode = ({
  id,
  path,
  value,
  change,
}: Pick<Control, 'id' | 'path' | 'value' | 'change'>): ExpressionMode => {
  const { workflowId } = usePanelNode()
  // Rows move, and take along what belongs to them.
  const [own] = useState<Memory>({})
  const memory = path.includes('[') ? own : memoryOf(`${workflowId} ${id}`)
  /** The value for which the box of the reference is shown; any other one comes from elsewhere. */
  const [shown, setShown] = useState<{ readonly value: unknown; readonly isTyped: boolean }>()
  const isShown = shown !== undefined && isSame(shown.value, value)
  const isOn = isExpression(value) || isShown
  const isFixed = !isExpression(value) && !(isShown && shown.isTyped)

  const enter = (text: string) => {
    if (isFixed) memory.fixed = value
    setShown({ value: text, isTyped: true })
    change(text)
  }
  return {
    isOn,
    isPending: isOn && isFixed && value !== undefined,
    wasSwitched: isShown,
    enter,
    switchTo(on) {
      if (on && memory.expression !== undefined) return enter(memory.expression)
      if (on) return setShown({ value, isTyped: false })
      setShown(undefined)
      if (isFixed) return
      memory.expression = String(value)
      change(memory.fixed)
    },
  }
}

const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
