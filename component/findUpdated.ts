import { isRecord, member, type Exchange, type ExistingRecords } from '../definitions/index.ts'

/**
 * After an update of unknown outcome: the record itself, where it has all that was to be written.
 * Where it has not, the update may be sent again, as that makes the same of the record.
 */
export function* findUpdated<R extends { readonly id: number | string }, Result>(
  body: object,
  record: R,
  hydrate: (record: R) => Exchange<Result>,
): Exchange<ExistingRecords<Result>> {
  return isWithin(body, record) ? { ids: [record.id], output: yield* hydrate(record) } : { ids: [] }
}

const isWithin = (sent: unknown, there: unknown): boolean => {
  if (sent === undefined) return true
  if (sent === null) return there === null || there === undefined
  if (Array.isArray(sent))
    return (
      Array.isArray(there) &&
      there.length === sent.length &&
      sent.every((one, index) => isWithin(one, there[index]))
    )
  if (isRecord(sent))
    return Object.entries(sent).every(([key, value]) => isWithin(value, member(there, key)))
  return sent === there
}
