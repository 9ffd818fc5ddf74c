import { ApiError, type Exchange } from '../../definitions/index.ts'
import { readFields, type FieldsOf } from './fields.ts'
import { uniqueNames } from './names.ts'
import { goneNames } from './outdated.ts'

const kinds: Readonly<Record<string, FieldsOf>> = {
  ...{ deal: 'deal', lead: 'deal', person: 'person', organization: 'organization' },
}

/**
 * An error with the names of custom fields: Pipedrive says by its key which value it refuses. The
 * definitions have been read for the input, so that this costs nothing.
 */
export function* withFieldNames(
  record: string | undefined,
  error: unknown,
  input: unknown,
): Exchange<unknown> {
  const kind = record !== undefined && Object.hasOwn(kinds, record) ? kinds[record] : undefined
  if (!kind || !(error instanceof ApiError) || !/[0-9a-f]{40}/.test(error.apiMessage)) return error
  const gone = error.status === 400 ? yield* goneNames(error, input) : undefined
  if (gone) return gone
  try {
    const names = uniqueNames((yield* readFields(kind)).fields)
    return error.inWords(
      error.apiMessage.replace(/\b[0-9a-f]{40}\b/g, key => {
        const name = names.get(key)
        return name === undefined ? key : `${JSON.stringify(name)} (${key})`
      }),
    )
  } catch {
    return error
  }
}
