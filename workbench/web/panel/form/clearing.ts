import { usePanelNode } from '../nodeContext.ts'
import type { Control } from './useControl.ts'

export interface Clearing {
  /** The step empties the field in the record, or wants it empty. */
  readonly isCleared: boolean
  readonly clear: () => void
  /** Brings back what was in the field before. */
  readonly keep: () => void
}

/** What stood in a field before it was to be cleared. Outlives the panel. */
const before = new Map<string, unknown>()

/** Undefined for a field in which null means nothing, as in a new record. */
export const useClearing = ({
  id,
  property,
  value,
  change,
}: Pick<Control, 'id' | 'property' | 'value' | 'change'>): Clearing | undefined => {
  const { workflowId } = usePanelNode()
  if (!property.nullable) return undefined
  const key = `${workflowId} ${id}`
  return {
    isCleared: value === null,
    clear() {
      before.set(key, value)
      change(null)
    },
    keep: () => change(before.get(key)),
  }
}
