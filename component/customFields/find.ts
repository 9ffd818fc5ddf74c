import { nearest } from '../../definitions/index.ts'
import { foldTidy, tidy } from './encodeOptions.ts'
import { allOf, list } from './encoded.ts'
import type { CustomField } from './fields.ts'
import { uniqueNames } from './names.ts'

/** The key of a custom field, which differs from account to account. */
export const isKey = (name: string): boolean => /^[0-9a-f]{40}$/.test(name)

export type Found =
  | { readonly field: CustomField }
  /** `isStale`: newer definitions may know it. */
  | { readonly problem: string; readonly isStale?: boolean }

interface Index {
  readonly byKey: ReadonlyMap<string, CustomField>
  readonly byName: ReadonlyMap<string, readonly CustomField[]>
  readonly byFolded: ReadonlyMap<string, readonly CustomField[]>
  readonly byAlias: ReadonlyMap<string, CustomField>
}

const indexes = new WeakMap<readonly CustomField[], Index>()

const indexOf = (fields: readonly CustomField[]): Index => {
  const known = indexes.get(fields)
  if (known) return known
  const names = uniqueNames(fields)
  const index = {
    byKey: new Map(fields.map(field => [field.field_code, field])),
    byName: grouped(fields, tidy),
    byFolded: grouped(fields, foldTidy),
    byAlias: new Map(fields.map(field => [foldTidy(names.get(field.field_code) ?? ''), field])),
  }
  indexes.set(fields, index)
  return index
}

const grouped = (fields: readonly CustomField[], keyOf: (name: string) => string) => {
  const groups = new Map<string, CustomField[]>()
  for (const field of fields) {
    const key = keyOf(field.field_name)
    const group = groups.get(key)
    if (group) group.push(field)
    else groups.set(key, [field])
  }
  return groups
}

/** By key, by name in any case, or by the name with a piece of the key that outputs have. */
export const findField = (fields: readonly CustomField[], name: string): Found => {
  const { byKey, byName, byFolded, byAlias } = indexOf(fields)
  const field = byKey.get(name)
  if (field) return { field }
  const [first, ...others] = byName.get(tidy(name)) ?? byFolded.get(foldTidy(name)) ?? []
  if (first && others.length > 0) return { problem: several([first, ...others]) }
  const found = first ?? byAlias.get(foldTidy(name))
  if (found) return { field: found }
  if (isKey(name)) return { problem: 'is not the key of a field; was it deleted?', isStale: true }
  return { problem: unknown(name, fields), isStale: true }
}

const several = (fields: readonly CustomField[]) => {
  const keys = fields.map(({ field_code, field_type }) => `${field_code} (${field_type})`)
  return `there are ${fields.length} fields of this name; give one by its key: ${keys.join(', ')}`
}

const unknown = (name: string, fields: readonly CustomField[]) => {
  const near = nearest(
    name,
    fields.map(({ field_name }) => field_name),
    3,
  )
  if (near.length > 0) return `is not a custom field; did you mean ${list(near)}?`
  return fields.length > 0
    ? `is not a custom field; there are ${allOf(fields.map(({ field_name }) => field_name))}`
    : 'is not a custom field: the account has none for these records'
}
