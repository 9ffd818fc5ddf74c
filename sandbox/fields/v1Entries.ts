import type { Account } from '../account.ts'
import { addOptions, removeOptions } from './edit.ts'
import type { Field, FieldKind } from './types.ts'

const shared = (field: Field, order_nr: number) => ({
  id: field.id,
  key: field.code,
  name: field.name,
  order_nr,
  field_type: field.type,
  add_time: field.add_time,
  update_time: field.update_time,
  last_updated_by_user_id: field.created_by,
  created_by_user_id: field.created_by,
  active_flag: true,
  edit_flag: field.is_custom,
  index_visible_flag: true,
  details_visible_flag: true,
  add_visible_flag: field.settings['add_visible_flag'] !== false,
  important_flag: false,
  bulk_edit_allowed: true,
  searchable_flag: false,
  filtering_allowed: true,
  sortable_flag: true,
  options: field.options ?? null,
  ...(field.deletedOptions.length > 0 && { options_deleted: field.deletedOptions }),
  mandatory_flag: !field.is_custom,
})

/** A field as v1 describes it. Options of products can't be null, so they are left out if absent. */
export const presentV1Field = (kind: FieldKind, field: Field, all: readonly Field[]) => {
  const { options, index_visible_flag, details_visible_flag, ...rest } = shared(
    field,
    all.indexOf(field) + 1,
  )
  if (kind !== 'product') return { ...rest, options, index_visible_flag, details_visible_flag }
  const author = field.created_by ?? 0
  return {
    ...rest,
    ...(options && { options }),
    last_updated_by_user_id: author,
    created_by_user_id: author,
  }
}

/** Sets all options: those with an id stay, those without are new, and the others go. */
export const setOptions = (
  account: Account,
  kind: FieldKind,
  field: Field,
  given: readonly { readonly id?: number; readonly label: string }[],
) => {
  const kept = new Map(given.map(({ id, label }) => [id, label]))
  const gone = (field.options ?? []).map(({ id }) => Number(id)).filter(id => !kept.has(id))
  if (gone.length > 0) removeOptions(account, kind, field.code, gone)
  const fresh = given.filter(({ id }) => id === undefined)
  if (fresh.length > 0) addOptions(account, kind, field.code, fresh)
  const options = account.store.fields[kind].get(field.id)?.options?.map(option => {
    const label = typeof option.id === 'number' ? kept.get(option.id) : undefined
    return label === undefined ? option : { ...option, label }
  })
  return options && { options }
}
