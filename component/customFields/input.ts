import {
  ComponentError,
  InputError,
  isRecord,
  type Exchange,
  type Problem,
} from '../../definitions/index.ts'
import { changedOptions, isChange } from './encodeOptions.ts'
import type { Encoded } from './encoded.ts'
import { encodeValue } from './encodeValue.ts'
import { readFields, type CustomField, type FieldsOf } from './fields.ts'
import { findField, isKey } from './find.ts'
import { memberPath } from './memberPath.ts'
import { rememberUnderstood } from './outdated.ts'

/** Custom fields as people give them: by name or key, options by label or id. */
export type GivenFields = Readonly<Record<string, unknown>>

export interface InputOf {
  readonly kind: FieldsOf
  /** Where they stand in the input, such as `deal.custom_fields`. */
  readonly path: string
  /** Asks Pipedrive for the definitions, whatever is known. */
  readonly fresh?: boolean
  /**
   * The `custom_fields` of the record as it is now, of an update; read only where options are to be
   * added to those that are chosen, or removed from them.
   */
  current?(): Exchange<GivenFields>
}

/**
 * Custom fields as API v2 takes them: by key, options by id, null for one that is cleared. Throws an
 * `InputError` with each field that is wrong, before anything is sent.
 */
export function* readCustomFields(
  given: GivenFields | undefined,
  where: InputOf,
): Exchange<GivenFields> {
  const names = Object.keys(given ?? {})
  if (given === undefined || names.length === 0) return {}
  const known = yield* fieldsFor(given, where)
  if (!known) return given
  let used = known
  let read = readAll(given, used.fields, where.path)
  if (known.age !== undefined && read.isStale) {
    used = yield* readFields(where.kind, true)
    read = readAll(given, used.fields, where.path)
  }
  if (read.problems.length > 0) throw new InputError(read.problems)
  rememberUnderstood(given, { kind: where.kind, path: where.path, known: used })
  return yield* withChanges(read, where)
}

/** The member of a body of API v2; none where none are given. */
export function* customFieldsMember(given: GivenFields | undefined, where: InputOf) {
  return given ? { custom_fields: yield* readCustomFields(given, where) } : {}
}

/** Without definitions, values by key go through as they are; names can’t be understood. */
function* fieldsFor(given: GivenFields, { kind, path, fresh }: InputOf) {
  try {
    return yield* readFields(kind, fresh)
  } catch (error) {
    if (!(error instanceof ComponentError)) throw error
    const byName = Object.keys(given).filter(name => !isKey(name))
    if (byName.length === 0) return undefined
    throw new InputError(
      byName.map(name => ({
        path: memberPath(path, name),
        problem: `can’t be looked up by its name: ${error.message}${hintOf(error)}`,
      })),
    )
  }
}

const hintOf = ({ hint }: ComponentError) => (hint === undefined ? '' : ` ${hint}`)

interface Read {
  readonly values: ReadonlyMap<CustomField, unknown>
  readonly changes: ReadonlyMap<CustomField, Readonly<Record<string, unknown>>>
  readonly problems: readonly Problem[]
  readonly isStale: boolean
}

/** The first wrong fields are explained; looking for similar names takes its time. */
const maxExplained = 20

const readAll = (given: GivenFields, fields: readonly CustomField[], path: string): Read => {
  const values = new Map<CustomField, unknown>()
  const changes = new Map<CustomField, Readonly<Record<string, unknown>>>()
  const problems: Problem[] = []
  let isStale = false
  const fail = (name: string, { problem, isStale: stale }: Failed) => {
    problems.push({ path: memberPath(path, name), problem })
    isStale ||= stale === true
  }
  for (const [name, value] of Object.entries(given)) {
    if (problems.length >= maxExplained) break
    if (value === undefined) continue
    const found = findField(fields, name)
    if ('problem' in found) {
      fail(name, found)
      continue
    }
    const { field } = found
    if (values.has(field)) {
      fail(name, { problem: `is given twice: it is the field ${field.field_code}` })
      continue
    }
    const isPart = field.field_type === 'set' && isChange(value)
    const encoded = isPart ? changedOptions(value, field, []) : encodeValue(value, field)
    if ('problem' in encoded) fail(name, encoded)
    else values.set(field, encoded.value)
    if (isPart) changes.set(field, value)
  }
  return { values, changes, problems, isStale }
}

type Failed = Extract<Encoded, { readonly problem: string }>

/** Of a new record, there is nothing to remove from. */
function* withChanges({ values, changes }: Read, { current }: InputOf): Exchange<GivenFields> {
  const before = changes.size > 0 && current ? yield* current() : {}
  return Object.fromEntries(
    [...values].map(([field, value]) => {
      const key = field.field_code
      const change = changes.get(field)
      if (change === undefined) return [key, value]
      const encoded = changedOptions(change, field, isRecord(before) ? before[key] : undefined)
      return [key, 'value' in encoded ? encoded.value : null]
    }),
  )
}
