import {
  action,
  type Exchange,
  type ExistingRecords,
  type Input,
  type OutputOf,
  type Properties,
  type UncertainWrite,
} from '../definitions/index.ts'
import { post } from './api.ts'
import type { GivenFields } from './customFields/input.ts'
import { findCreated } from './findExisting.ts'
import {
  givenCustomFields,
  recordOutput,
  shownIn,
  type RawRecord,
  type RecordType,
  type WriteDefinition,
} from './recordTypes.ts'

/** What is said of a record that is to be. */
export interface NewRecord {
  readonly custom_fields: GivenFields | undefined
  /** What to send, but for custom fields. */
  readonly body: object
  /** The connected user if undefined. */
  readonly owner: number | undefined
  /** The title or the name. */
  readonly name: string
  /** Where it is not now. */
  readonly addTime?: string | undefined
}

interface AddDefinition<P extends Properties, Raw extends RawRecord, Row> extends WriteDefinition<
  P,
  Raw,
  Row
> {
  add(input: Input<P>): NewRecord
}

/** Adds one record. */
export const addAction = <const P extends Properties, Raw extends RawRecord, Row>({
  type,
  add,
  ...texts
}: AddDefinition<P, Raw, Row>) => {
  const shown = (record: OutputOf<Raw>) => shownIn(type, record)
  return action({
    ...texts,
    effect: 'create',
    output: recordOutput(type.output),
    sampleOutput: { body: { data: type.sample } },
    *perform(input) {
      return yield* shown(yield* createRecord(type, yield* bodyOf(type, add(input))))
    },
    findExisting: (input, lost) => findAdded(type, add(input), lost, shown),
  })
}

/** What to send; custom fields that are wrong are told of by this. */
export function* bodyOf<Raw extends RawRecord, Row>(
  type: RecordType<Raw, Row>,
  { custom_fields, body }: NewRecord,
): Exchange<object> {
  return { ...body, ...(yield* givenCustomFields(type, custom_fields)) }
}

export const createRecord = <Raw extends RawRecord, Row>(
  { path, record }: RecordType<Raw, Row>,
  body: object,
): Exchange<OutputOf<Raw>> => post(path, { body, returns: record })

/** What a lost write has made of a new record. */
export const findAdded = <Raw extends RawRecord, Row, Result>(
  { newest }: RecordType<Raw, Row>,
  { owner, name, addTime }: NewRecord,
  lost: UncertainWrite,
  hydrate: (record: OutputOf<Raw>) => Exchange<Result>,
): Exchange<ExistingRecords<Result>> => findCreated(lost, { owner, name, addTime, newest, hydrate })
