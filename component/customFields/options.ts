import { member } from '../../definitions/index.ts'
import type { CustomField } from './fields.ts'

/** A choice of a field. Its id stays the same when it is renamed. */
export interface FieldOption {
  readonly id: number
  readonly label: string
}

export const optionsOf = ({ options }: CustomField): readonly FieldOption[] =>
  (options ?? []).flatMap(option => {
    const id = member(option, 'id')
    return typeof id === 'number' ? [{ id, label: option.label ?? String(id) }] : []
  })
