import { InputError, member, type Exchange, type Problem } from '../definitions/index.ts'
import { mayBeOutdated, readFields, type FieldsOf } from './customFields/fields.ts'
import { findField } from './customFields/find.ts'
import { readCustomFields, type GivenFields } from './customFields/input.ts'
import { memberPath } from './customFields/memberPath.ts'
import { isSearched } from './customFields/searchedRows.ts'
import { phoneSpellings } from './phoneSpellings.ts'
import { isSamePhone } from './listChanges.ts'
import { plain } from './options/labels.ts'
import { fold } from './text.ts'

/** What a record is found by. */
export interface FindBy {
  /** In messages: `e-mail address`. */
  readonly what: string
  /** Where the value stands in the input. */
  readonly path: string
  /** One of them is enough. */
  readonly values: readonly string[]
  /** What is wrong with them. */
  readonly problems?: readonly Problem[]
  /** Of a custom field: its key, and whether newer definitions may know another one by its name. */
  readonly field?: { readonly key: string; readonly mayBeOutdated: boolean }
  /** What of the record the API searches, in its own words. */
  readonly fields: string
  /** In which the API may have a value: it finds the spelling that it is asked for. */
  spellings?(value: string): readonly string[]
  /** What the record has there. */
  texts(record: unknown): readonly string[]
  /** Searches are not exact enough: they take numbers for texts, and one field for another. */
  isSame(text: string, value: string): boolean
}

const isSameText = (text: string, value: string) => fold(plain(text)) === fold(plain(value))

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' || typeof value === 'number' ? [String(value)] : []

export const byName = (path: string, field: 'name' | 'title', given: string): FindBy => ({
  what: field,
  path,
  values: [given.trim()],
  fields: field,
  spellings: value => [value, plain(value)],
  texts: record => textsOf(member(record, field)),
  isSame: isSameText,
})

const comparisons: Readonly<Record<string, Pick<FindBy, 'spellings' | 'isSame'>>> = {
  double: { isSame: (text, value) => text === value },
  phone: { spellings: phoneSpellings, isSame: isSamePhone },
}

/** A field of the account, by its name or key; its value is among the custom fields of the record. */
export function* byCustomField(
  kind: FieldsOf,
  name: string | undefined,
  path: string,
  given: GivenFields = {},
  fresh = false,
): Exchange<FindBy> {
  if (!name) throw new InputError('custom_field', 'is required')
  // Definitions that lack a name are read anew by this.
  const values = yield* readCustomFields(given, { kind, path, fresh })
  const known = yield* readFields(kind)
  const { fields } = known
  const found = findField(fields, name)
  if ('problem' in found) throw new InputError('custom_field', `${name} ${found.problem}`)
  const { field } = found
  const { field_code: key, field_name: what, field_type: type } = field
  if (!isSearched(field))
    throw new InputError(
      'custom_field',
      `${what} is a field that Pipedrive does not search`,
      'Choose a field of text, number or phone.',
    )
  const isField = (other: string) => {
    const one = findField(fields, other)
    return 'field' in one && one.field === field
  }
  return {
    what,
    path: memberPath(path, Object.keys(given).find(isField) ?? name),
    field: { key, mayBeOutdated: mayBeOutdated(known) },
    values: textsOf(values[key]).map(text => text.trim()),
    fields: 'custom_fields',
    texts: record => textsOf(member(member(record, 'custom_fields'), key)),
    ...(comparisons[type] ?? { spellings: value => [value, plain(value)], isSame: isSameText }),
  }
}
