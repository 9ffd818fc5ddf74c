import {
  InputError,
  isRecord,
  member,
  type Exchange,
  type Narrowed,
  type OutputOf,
  type Property,
} from '../../definitions/index.ts'
import { isSamePhone } from '../listChanges.ts'
import { plain } from '../options/labels.ts'
import { fold } from '../text.ts'
import { customFieldsIn } from './current.ts'
import { isChange } from './encodeOptions.ts'
import { fromV1 } from './decodeValue.ts'
import {
  mayBeOutdated,
  readFields,
  type CustomField,
  type CustomFields,
  type FieldsOf,
} from './fields.ts'
import { readCustomFields, type GivenFields } from './input.ts'
import { memberPath } from './memberPath.ts'
import { hasUnknownKey } from './outdated.ts'
import { isSearched, searchedRows, type SearchedList } from './searchedRows.ts'

type ValueOf = (row: unknown, field: CustomField) => unknown

/** A search costs as much as five pages. */
const maxPages = 5
const maxTerm = 255

const termOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return text !== '' && text.length <= maxTerm ? text : undefined
}

/** Rows whose custom fields have these values, which Pipedrive's lists don't look for. */
const narrowing = (valueOf: ValueOf) =>
  function* <const Row extends Property = Property<never, never>>(
    kind: FieldsOf,
    given: GivenFields | undefined,
    list?: SearchedList<Row>,
  ): Exchange<Narrowed<OutputOf<Row>>> {
    if (given === undefined || Object.keys(given).length === 0) return {}
    requireValues(given)
    let { known, values, wanted } = yield* understand(kind, given)
    let isLookedAt = known.age === undefined
    /** A field that is gone is an error by this, and a name may be of another field by now. */
    function* renew(): Exchange<void> {
      ;({ known, values, wanted } = yield* understand(kind, given, true))
    }
    const termNow = () =>
      wanted
        .filter(isSearched)
        .map(({ field_code }) => termOf(values[field_code]))
        .find(one => one !== undefined)
    return {
      keep: row =>
        wanted.every(field => isSame(valueOf(row, field), values[field.field_code], field)),
      *look([row]) {
        if (isLookedAt || row === undefined) return
        isLookedAt = true
        if (isOutdated(row, known, wanted, values)) yield* renew()
      },
      *renew() {
        if (!mayBeOutdated(known)) return false
        const before = JSON.stringify(values)
        yield* renew()
        return JSON.stringify(values) !== before
      },
      ...(list && {
        rest(pages) {
          const term = termNow()
          return pages < maxPages || term === undefined ? undefined : searchedRows(list, term)
        },
      }),
    }
  }

export const whereFields = narrowing((row, { field_code }) =>
  member(customFieldsIn(row), field_code),
)
/** Leads have them at the top level. */
export const whereLeadFields = narrowing((row, field) =>
  isRecord(row) ? fromV1(field, row) : null,
)

/** What no record can have would be an empty list, and not a mistake that is told. */
const requireValues = (given: GivenFields): void => {
  const problems = Object.entries(given).flatMap(([name, value]) => {
    const problem =
      typeof value === 'string' && value.trim() === ''
        ? 'is empty; give null for records without a value'
        : isChange(value)
          ? 'is what to change; give the options that records have'
          : undefined
    return problem === undefined ? [] : [{ path: memberPath('custom_fields', name), problem }]
  })
  if (problems.length > 0) throw new InputError(problems)
}

function* understand(kind: FieldsOf, given: GivenFields | undefined, fresh = false) {
  const values = yield* readCustomFields(given, { kind, path: 'custom_fields', fresh })
  const known = yield* readFields(kind)
  const wanted = known.fields.filter(({ field_code }) => Object.hasOwn(values, field_code))
  return { known, values, wanted }
}

/** Rows of API v2 have every custom field, null where it is empty; leads have those with a value. */
const isOutdated = (
  row: unknown,
  known: CustomFields,
  wanted: readonly CustomField[],
  values: GivenFields,
): boolean => {
  const there = member(row, 'custom_fields') ?? row
  if (!isRecord(there)) return false
  const missing = wanted.filter(({ field_code }) => !Object.hasOwn(there, field_code))
  // A lead has no value in a field that is gone, so that all leads are found by that.
  const isGone =
    there === row
      ? mayBeOutdated(known) && missing.some(({ field_code }) => values[field_code] === null)
      : missing.length > 0
  return isGone || hasUnknownKey(known.fields, there)
}

/** Case and spaces don't matter, of several options the ones that are wanted do, and of parts those that are given. */
const isSame = (
  there: unknown,
  wanted: unknown,
  field: Pick<CustomField, 'field_type'>,
): boolean => {
  if (wanted === null || there === null || there === undefined) return wanted === (there ?? null)
  if (typeof wanted === 'string' && typeof there === 'string')
    return field.field_type === 'phone'
      ? isSamePhone(there, wanted)
      : fold(plain(there)) === fold(plain(wanted))
  if (Array.isArray(wanted))
    return Array.isArray(there) && wanted.every(option => there.includes(option))
  if (isRecord(wanted))
    return Object.entries(wanted).every(([name, part]) => isSame(member(there, name), part, field))
  return there === wanted
}
