import type { Exchange, Memory } from '../../definitions/index.ts'
import type { Custom } from './decode.ts'
import type { FieldsOf } from './fields.ts'
import { customOf, definitions } from './output.ts'

/**
 * Searches tell values without the fields they belong to. The records of the hits have both, and are
 * read, by id, where the account has fields of its own.
 */
export function* customOfHits<Id>(
  kind: FieldsOf,
  read: () => Exchange<ReadonlyMap<Id, unknown>>,
  memory: Memory = new Map<string, unknown>(),
  decode = customOf,
): Exchange<(id: Id) => Custom> {
  const known = yield* definitions(kind, memory)
  if (!known || known.fields.length === 0) return () => ({})
  const records = yield* read()
  const custom = yield* decode(kind, [...records.values()], memory)
  return id => (records.has(id) ? custom(records.get(id)) : {})
}
