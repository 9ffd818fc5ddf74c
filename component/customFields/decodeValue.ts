import { isRecord } from '../../definitions/index.ts'
import type { CustomField } from './fields.ts'
import { optionsOf } from './options.ts'

/** From a value as API v2 has it to the one that people write; undefined for as it is. */
export type Decode = (value: unknown) => unknown

/** Labels in place of the ids of options. One that has been deleted keeps its id. */
export const decodeRest = (field: CustomField): Decode | undefined => {
  if (field.field_type !== 'enum' && field.field_type !== 'set') return undefined
  const labels = new Map<unknown, string>(optionsOf(field).map(({ id, label }) => [id, label]))
  const labelOf = (id: unknown) => labels.get(id) ?? id
  return value => (Array.isArray(value) ? value.map(labelOf) : labelOf(value))
}

/**
 * Values in webhooks say their type; those of API v2 are what is left of them.
 * https://pipedrive.readme.io/docs/webhooks-v2-migration-guide
 */
export const fromWebhook = (given: unknown): unknown => {
  if (!isRecord(given)) return given
  const { type, ...value } = given
  if (Array.isArray(value['values'])) return value['values'].map(idOf)
  if ('id' in value) return value['id']
  if ('from' in value) {
    const { from, ...rest } = value
    return { value: from, ...rest }
  }
  if (type === 'address') return withoutGaps(value)
  return Object.keys(value).length === 1 && 'value' in value ? value['value'] : value
}

const idOf = (one: unknown): unknown => (isRecord(one) ? one['id'] : one)

const withoutGaps = (parts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== '' && part !== null))

/** Types whose value has parts, which API v1 has beside it as `<key>_currency` and so on. */
const composed = new Set(['monetary', 'daterange', 'time', 'timerange', 'address'])
const links = new Set(['user', 'people', 'org'])

/** https://pipedrive.readme.io/docs/pipedrive-api-v2-migration-guide */
export const fromV1 = (
  { field_code: key, field_type: type }: CustomField,
  record: Readonly<Record<string, unknown>>,
): unknown => {
  const value = record[key]
  if (value === undefined || value === null) return null
  if (type === 'enum') return asNumber(value)
  if (type === 'set') return asList(value).map(asNumber)
  if (links.has(type) && isRecord(value)) return value['id'] ?? value['value']
  if (!composed.has(type) || isRecord(value)) return value
  const prefix = `${key}_`
  const parts = Object.entries(record)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, part]) => [name.slice(prefix.length), part])
  return { value, ...Object.fromEntries(parts) }
}

const asList = (value: unknown): readonly unknown[] =>
  typeof value === 'string' ? value.split(',') : [value].flat()

/** Ids of options come as text. */
const asNumber = (id: unknown) => (/^\d+$/.test(String(id)) ? Number(id) : id)
