import { InputError, member, type Exchange } from '../definitions/index.ts'
import { readFields, type FieldsOf } from './customFields/fields.ts'
import { findField } from './customFields/find.ts'
import { readCustomFields, type GivenFields } from './customFields/input.ts'
import { isSearched } from './customFields/searchedRows.ts'
import { isSameEmail, isSamePhone } from './listChanges.ts'
import { plain } from './options/labels.ts'
import { fold } from './text.ts'

/** What a record is found by. */
export interface FindBy {
  /** In messages: `e-mail address`. */
  readonly what: string
  /** Where the value stands in the input. */
  readonly path: string
  readonly value: string
  /** What of the record the API searches, in its own words. */
  readonly fields: string
  /** Further spellings that the API may have. */
  readonly spellings?: readonly string[]
  /** Searches are not exact enough: they take numbers for texts, and one field for another. */
  matches(record: unknown): boolean
}

interface Contact {
  readonly value: string
  readonly primary?: boolean
}

/** The primary one, or else the first. */
const primaryOf = (given: readonly Contact[] = []): string =>
  (given.find(({ primary }) => primary === true) ?? given[0])?.value.trim() ?? ''

const contacts = (record: unknown, name: string): readonly string[] => {
  const list = member(record, name)
  return Array.isArray(list) ? list.map(contact => String(member(contact, 'value'))) : []
}

export const byEmail = (path: string, given?: readonly Contact[]): FindBy => {
  const value = primaryOf(given)
  return {
    what: 'e-mail address',
    path,
    value,
    fields: 'email',
    matches: record => contacts(record, 'emails').some(email => isSameEmail(email, value)),
  }
}

export const byPhone = (path: string, given?: readonly Contact[]): FindBy => {
  const value = primaryOf(given)
  return {
    what: 'phone number',
    path,
    value,
    fields: 'phone',
    spellings: [value.replace(/[^\d+]/g, ''), value.replace(/\D/g, '')],
    matches: record => contacts(record, 'phones').some(phone => isSamePhone(phone, value)),
  }
}

export const byName = (path: string, field: 'name' | 'title', given: string): FindBy => ({
  what: field,
  path,
  value: plain(given),
  fields: field,
  matches: record => isSameText(member(record, field), given),
})

const isSameText = (there: unknown, wanted: string) =>
  typeof there === 'string' && fold(plain(there)) === fold(plain(wanted))

/** A field of the account, by its name or key; its value is among the custom fields of the record. */
export function* byCustomField(
  kind: FieldsOf,
  name: string | undefined,
  path: string,
  given: GivenFields = {},
): Exchange<FindBy> {
  if (!name) throw new InputError('custom_field', 'is required')
  // Definitions that lack a name are read anew by this.
  const values = yield* readCustomFields(given, { kind, path })
  const { fields } = yield* readFields(kind)
  const found = findField(fields, name)
  if ('problem' in found) throw new InputError('custom_field', `${name} ${found.problem}`)
  const { field_code: key, field_name: what, field_type: type } = found.field
  if (!isSearched(found.field))
    throw new InputError(
      'custom_field',
      `${what} is a field that Pipedrive does not search`,
      'Choose a field of text, number or phone.',
    )
  const value = values[key]
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return {
    what,
    path: `${path}.${key}`,
    value: text.trim(),
    fields: 'custom_fields',
    matches(record) {
      const there = member(member(record, 'custom_fields'), key)
      if (type === 'double') return there === value
      if (type === 'phone') return typeof there === 'string' && isSamePhone(there, text)
      return isSameText(there, text)
    },
  }
}
