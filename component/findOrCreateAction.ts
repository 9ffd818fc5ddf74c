import {
  action,
  exactNumber,
  InputError,
  isRecord,
  member,
  required,
  string,
  type Exchange,
  type Input,
  type OutputOf,
  type Properties,
  type Property,
} from '../definitions/index.ts'
import { bodyOf, createRecord, findAdded, type NewRecord } from './addAction.ts'
import { list } from './customFields/encoded.ts'
import type { GivenFields } from './customFields/input.ts'
import { byCustomField, type FindBy } from './findBy.ts'
import { findRecords } from './findRecords.ts'
import { inBody } from './listActions.ts'
import type { FoundRecord, FoundType, WriteDefinition } from './recordTypes.ts'
import { bareText } from './text.ts'

/** How a record is found; the form of a new one stands below. */
export const findProperties = <const By extends string>(
  options: readonly By[],
  defaultValue: NoInfer<By>,
  more = '',
) => ({
  match_by: string({
    label: 'Match By',
    description: `Finds one with the value that is given below; upper or lower case doesn’t matter.${more}`,
    options,
    defaultValue,
  }),
  custom_field: string({
    label: 'Custom Field',
    description: 'Name or key of a field of text, number or phone.',
    displayCondition: "match_by == 'custom_field'",
    isMemberName: true,
  }),
  on_several: string({
    label: 'Several Found',
    description: 'error adds nothing.',
    options: ['error', 'oldest', 'newest'],
    defaultValue: 'error',
  }),
})

interface Wanted {
  /** Undefined for a custom field. */
  readonly by: FindBy | undefined
  readonly custom_field?: string
  readonly on_several: 'error' | 'oldest' | 'newest'
  readonly record: NewRecord
}

interface FindOrCreateDefinition<
  P extends Properties,
  Raw extends FoundRecord,
  Row,
> extends WriteDefinition<P, Raw, Row> {
  readonly type: FoundType<Raw, Row>
  wanted(input: Input<P>): Wanted
}

export interface FoundOutput<Row> {
  readonly body: { readonly data: Row; readonly outcome: 'found' | 'created' }
}

const outputOf = <Row>(output: Property<unknown, Row>): Property<unknown, FoundOutput<Row>> =>
  inBody({
    data: required(output),
    outcome: string({
      options: ['found', 'created'],
      required: true,
    }),
  })

/** Finds the one record with a value, or adds it. A record that is found stays as it is. */
export const findOrCreateAction = <const P extends Properties, Raw extends FoundRecord, Row>({
  type,
  wanted,
  ...texts
}: FindOrCreateDefinition<P, Raw, Row>) => {
  const { kind } = type
  const shown = (outcome: 'found' | 'created') =>
    function* (record: OutputOf<Raw>): Exchange<FoundOutput<Row>> {
      return { body: { data: yield* type.toOutput(record), outcome } }
    }

  return action({
    ...texts,
    effect: 'create',
    output: outputOf(type.output),
    sampleOutput: { body: { data: type.sample, outcome: 'created' } },
    serializeBy(input) {
      const { by, custom_field, record } = wanted(input)
      const values = by?.values ?? valuesOf(record.custom_fields, custom_field)
      return values.map(value => `find ${kind} by ${by?.what ?? 'custom field'} ${oneText(value)}`)
    },
    *perform(input) {
      const asked = wanted(input)
      const { on_several, record } = asked
      let key = yield* keyOf(type, asked)
      // Before the search, so that wrong input is told of whether one is found or not.
      let body = yield* bodyOf(type, record)
      let found = yield* findRecords(type, key)
      if (found.length === 0 && key.field?.mayBeOutdated) {
        const before = key.field.key
        key = yield* keyOf(type, asked, true)
        body = yield* bodyOf(type, record)
        if (key.field?.key !== before) found = yield* findRecords(type, key)
      }
      if (found.length > 1 && on_several === 'error') throw severalError(kind, key, found)
      const one = on_several === 'newest' ? found.at(-1) : found[0]
      if (one) return yield* shown('found')(one)
      return yield* shown('created')(yield* createRecord(type, asSearched(body, key)))
    },
    findExisting: (input, lost) => findAdded(type, wanted(input).record, lost, shown('created')),
  })
}

/** Fields go by names and keys alike: where the value does not stand under what was given, it is one of all. */
const valuesOf = (fields: GivenFields = {}, name = ''): readonly unknown[] =>
  Object.hasOwn(fields, name) ? [fields[name]] : Object.values(fields)

/** The same for every spelling that searches may find a value in; other values may share it. */
const oneText = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return bareText(String(exactNumber(text) ?? text)).replace('+', '')
}

const searchedMembers: Readonly<Record<string, string>> = { email: 'emails', phone: 'phones' }

/** Searches are for a text without spaces around it: written with them, it would not be found again. */
const asSearched = (body: object, { field, fields }: FindBy): object => {
  const name = field ? 'custom_fields' : (searchedMembers[fields] ?? fields)
  const value = member(body, name)
  if (!field) return { ...body, [name]: trimmed(value) }
  return {
    ...body,
    [name]: { ...(isRecord(value) && value), [field.key]: trimmed(member(value, field.key)) },
  }
}

const trimmed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed)
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, trimmed(part)]))
    : value
}

function* keyOf<Raw extends FoundRecord, Row>(
  { kind, fields }: FoundType<Raw, Row>,
  { by, custom_field, record }: Wanted,
  fresh = false,
): Exchange<FindBy> {
  const path = `${kind}.custom_fields`
  const key = by ?? (yield* byCustomField(fields, custom_field, path, record.custom_fields, fresh))
  if (key.problems && key.problems.length > 0) throw new InputError(key.problems)
  if (key.values.every(value => value === ''))
    throw new InputError(key.path, `is needed to find the ${kind} by`)
  return key
}

const maxListed = 10

const severalError = (
  kind: string,
  { what, path, values }: FindBy,
  found: readonly { readonly id: number }[],
) => {
  const ids = found.slice(0, maxListed).map(({ id }) => id)
  const more = found.length > maxListed ? ` and ${found.length - maxListed} more` : ''
  return new InputError(
    path,
    `there are ${found.length} ${kind}s with the ${what} ${list(values)}: ${ids.join(', ')}${more}`,
    'Give on_several: "oldest" or "newest", or merge them in Pipedrive.',
  )
}
