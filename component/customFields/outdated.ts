import {
  ApiError,
  InputError,
  isRecord,
  member,
  type ComponentWarning,
  type Exchange,
  type Problem,
} from '../../definitions/index.ts'
import { shown } from './encoded.ts'
import { readFields, type CustomField, type CustomFields, type FieldsOf } from './fields.ts'
import { findField } from './find.ts'
import { memberPath } from './memberPath.ts'
import { uniqueNames } from './names.ts'

type Given = Readonly<Record<string, unknown>>

/** The definitions by which the names of an input were understood. */
interface Understood {
  readonly kind: FieldsOf
  readonly path: string
  readonly known: CustomFields
}

const understood = new WeakMap<Given, Understood>()

/** Remembers it for as long as the input is there: what is answered may show that it was out of date. */
export const rememberUnderstood = (given: Given, by: Understood): void => {
  understood.set(given, by)
}

/** Custom fields stand at the top of an input, or in its record. */
const understoodIn = (input: unknown) =>
  [input, ...Object.values(isRecord(input) ? input : {})].flatMap(holder => {
    const given = member(holder, 'custom_fields')
    const by = isRecord(given) ? understood.get(given) : undefined
    return isRecord(given) && by ? [{ given, ...by }] : []
  })

const ownKey = /^[0-9a-f]{40}$/

/** A record has a field that the definitions lack, if only with null. */
export const hasUnknownKey = (fields: readonly CustomField[], keys: Given): boolean => {
  const known = new Set(fields.map(({ field_code }) => field_code))
  return Object.keys(keys).some(key => ownKey.test(key) && !known.has(key))
}

/** The definitions as they are now; undefined where they can’t be read, or are as they were. */
function* newer({ kind, known }: Understood): Exchange<readonly CustomField[] | undefined> {
  try {
    const now = yield* readFields(kind, false, true)
    // What is put out may have asked for them already.
    return now.fields === known.fields ? (yield* readFields(kind, true, true)).fields : now.fields
  } catch {
    return undefined
  }
}

/**
 * Names by which a write has gone to another field than the one that is called so by now. The record
 * as it was answered shows whether to ask for newer definitions.
 */
export function* outdatedNames(
  input: unknown,
  record: unknown,
): Exchange<readonly ComponentWarning[]> {
  const warnings: ComponentWarning[] = []
  for (const one of understoodIn(input)) {
    const { given, path, known } = one
    const inRecord = member(record, 'custom_fields') ?? record
    if (known.age === undefined || !isRecord(inRecord)) continue
    const meant = meantBy(given, known.fields)
    const isLost = meant.some(({ key, value }) => !isEmpty(value) && !Object.hasOwn(inRecord, key))
    if (!isLost && !hasUnknownKey(known.fields, inRecord)) continue
    const fields = yield* newer(one)
    if (!fields) continue
    for (const { name, key, value } of meant) {
      const found = findField(fields, name)
      if ('field' in found && found.field.field_code === key) continue
      warnings.push({
        path: memberPath(path, name),
        expected: 'a current name',
        got: whatHappened(name, key, value, fields),
      })
    }
  }
  return warnings
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || isRecord(value) || Array.isArray(value)

const meantBy = (given: Given, fields: readonly CustomField[]) =>
  Object.entries(given).flatMap(([name, value]) => {
    const found = findField(fields, name)
    return value !== undefined && 'field' in found
      ? [{ name, value, key: found.field.field_code }]
      : []
  })

const whatHappened = (
  name: string,
  key: string,
  value: unknown,
  fields: readonly CustomField[],
): string => {
  const now = uniqueNames(fields).get(key)
  const found = findField(fields, name)
  const other = 'field' in found ? found.field.field_code : undefined
  const went =
    now === undefined
      ? `an earlier one: its field (${key}) was deleted in Pipedrive, and ${shown(value)} is lost`
      : `an earlier one: ${shown(value)} went to the field that is called ${shown(now)} now (${key})`
  return other === undefined
    ? `${went}; no field is called ${shown(name)} any more, so change the name here`
    : `${went}, and not to the one that is called ${shown(name)} now (${other}). To have it there, run the step again${
        now === undefined ? '' : `, and put ${shown(now)} right in Pipedrive`
      }`
}

/** Where Pipedrive refuses the key of a field: the error that names it, if it is gone by now. */
export function* goneNames(error: ApiError, input: unknown): Exchange<InputError | undefined> {
  for (const one of understoodIn(input)) {
    const meant = meantBy(one.given, one.known.fields)
    if (one.known.age === undefined || !meant.some(({ key }) => error.apiMessage.includes(key)))
      continue
    const fields = yield* newer(one)
    if (!fields) continue
    const problems = meant.flatMap(({ name, key }): readonly Problem[] => {
      const found = findField(fields, name)
      const path = memberPath(one.path, name)
      if ('problem' in found) return [{ path, problem: found.problem }]
      return found.field.field_code === key
        ? []
        : [
            {
              path,
              problem: `is another field (${found.field.field_code}) by now, and nothing was written; run the step again to write to that one`,
            },
          ]
    })
    if (problems.length > 0) return new InputError(problems)
  }
  return undefined
}
