import { isRecord, member } from '../../definitions/index.ts'

type Fields = Readonly<Record<string, unknown>>

/** The custom fields that a record of API v2 has now. */
export const customFieldsIn = (record: unknown): Fields => {
  const fields = member(record, 'custom_fields')
  return isRecord(fields) ? fields : {}
}

/** Those of a lead: API v1 has several options as one text, such as `21,23`. */
export const fromV1Fields = (lead: unknown): Fields =>
  Object.fromEntries(
    Object.entries(isRecord(lead) ? lead : {}).map(([key, value]) => [key, optionsIn(value)]),
  )

const optionsIn = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+(,\d+)*$/.test(value) ? value.split(',').map(Number) : value
