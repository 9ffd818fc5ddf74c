import { isRecord } from '../../definitions/index.ts'

/**
 * Custom fields as the first version of the API takes them: at the top level, the parts of a value
 * beside it, several options as one text.
 * https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide
 */
export const toV1Fields = (
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => flat(key, value)))

const flat = (key: string, value: unknown): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return [[key, value.join(',')]]
  if (!isRecord(value)) return [[key, value]]
  return Object.entries(value)
    .filter(([part]) => part !== 'timezone_name')
    .map(([part, one]) => [part === 'value' ? key : `${key}_${part}`, one])
}
