import { action, member, type Input, type OutputOf, type Properties } from '../definitions/index.ts'
import { get, patch } from './api.ts'
import type { GivenFields } from './customFields/input.ts'
import { findUpdated } from './findUpdated.ts'
import { requireChange } from './listChanges.ts'
import {
  givenCustomFields,
  recordOutput,
  shownIn,
  type RawRecord,
  type WriteDefinition,
} from './recordTypes.ts'

interface Update {
  readonly id: number | string
  readonly custom_fields: GivenFields | undefined
  /** Whether what the record has is needed for the change. */
  readonly needsRecord: boolean
  /** What to send, but for custom fields; `before` is undefined where it is not needed. */
  body(before: unknown): object
}

interface UpdateDefinition<
  P extends Properties,
  Raw extends RawRecord,
  Row,
> extends WriteDefinition<P, Raw, Row> {
  update(input: Input<P>): Update
}

/** Changes one record. It is read only where what it has is needed. */
export const updateAction = <const P extends Properties, Raw extends RawRecord, Row>({
  type,
  update,
  ...texts
}: UpdateDefinition<P, Raw, Row>) => {
  const path = `${type.path}/{id}` as const
  const { record: returns } = type
  const read = (id: number | string) => get(path, { params: { id }, returns })

  function* bodyOf(input: Input<P>, known?: OutputOf<Raw>) {
    const { id, custom_fields, needsRecord, body } = update(input)
    const before = known ?? (needsRecord ? yield* read(id) : undefined)
    const fields = yield* givenCustomFields(type, custom_fields, function* () {
      return type.fieldsIn(before ?? (yield* read(id)))
    })
    return { ...body(before), ...fields }
  }

  const shown = (record: OutputOf<Raw>) => shownIn(type, record)

  return action({
    ...texts,
    effect: 'update',
    output: recordOutput(type.output),
    sampleOutput: { body: { data: type.sample } },
    serializeBy: input => [`${type.kind} ${update(input).id}`],
    *perform(input) {
      const body = yield* bodyOf(input)
      requireChange(type.kind, member(input, type.kind), body)
      const { id } = update(input)
      return yield* shown(yield* patch(path, { params: { id }, body, returns }))
    },
    *findExisting(input) {
      const record = yield* read(update(input).id)
      return yield* findUpdated(yield* bodyOf(input, record), record, shown)
    },
  })
}
