import type { SandboxField } from '../../api/index.ts'
import type { Cell } from './rows.ts'

type Choices = NonNullable<SandboxField['choices']>

/** The choices of a field; what a record is still linked to may have been removed. */
export const choicesWith = ({ choices = [] }: SandboxField, value: Cell): Choices => {
  if (value === null || typeof value === 'boolean') return choices
  if (choices.some(choice => choice.value === value)) return choices
  return [...choices, { value, label: `${value} (removed)` }]
}
