import type { Store } from '../store.ts'
import type { CustomField, FieldKind, Option } from './types.ts'

/** The fields that the account has made up, in the order they were added. */
export const customFieldsOf = (store: Store, kind: FieldKind) =>
  // Custom fields have no other types than these.
  store.fields[kind].by('is_custom', true) as readonly CustomField[]

export const fieldWith = (store: Store, kind: FieldKind, code: string) =>
  store.fields[kind].by('code', code)[0]

/** Options of a field, such as the labels of deals. */
export const optionsOf = (store: Store, kind: FieldKind, code: string): readonly Option[] =>
  fieldWith(store, kind, code)?.options ?? []

export const labelsOf = (store: Store, kind: FieldKind) => optionsOf(store, kind, 'label')
