import type { Operation } from '../../shared/component.ts'

/** What null means in a form, and what an empty field means beside it. */
export interface ClearingWords {
  readonly button: (label: string) => string
  readonly hint: string
  readonly state: string
  readonly undo: (label: string) => string
  /** In place of a value. */
  readonly empty: string
  /** Of a reference that comes to null. */
  readonly effect: (label: string) => string
}

const ofChanges: ClearingWords = {
  button: label => `Clear ${label} in the record`,
  hint: 'Clear it in the record. An empty field changes nothing.',
  state: 'Will be cleared',
  undo: label => `Undo clearing ${label}`,
  empty: 'Unchanged',
  effect: label => `which clears ${label}`,
}

const ofConditions: ClearingWords = {
  button: label => `Only records without ${label}`,
  hint: 'Only records in which it is empty.',
  state: 'Must be empty',
  undo: label => `Undo: records without ${label}`,
  empty: 'Any',
  effect: label => `which takes records without ${label}`,
}

/** An operation that only reads takes the values as conditions. */
export const clearingWords = (operation: Operation): ClearingWords =>
  'metadata' in operation && operation.metadata.readOnly ? ofConditions : ofChanges
