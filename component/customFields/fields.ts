import {
  array,
  boolean,
  integer,
  member,
  object,
  pageGuard,
  readRequired,
  string,
  type Exchange,
  type HttpRequest,
  type OutputOf,
} from '../../definitions/index.ts'
import { readJson } from '../api.ts'
import { listed } from '../answers.ts'
import { pageSize } from '../pages.ts'

/** The records that have fields of their own. Leads have the fields of deals. */
export type FieldsOf = 'deal' | 'person' | 'organization'

/** Seconds for which definitions may be reused. */
export const fieldsTtl = 3_600

const FieldRecord = object({
  properties: {
    field_name: string({ required: true }),
    field_code: string({ required: true }),
    field_type: string({ required: true }),
    description: string(),
    options: array({
      items: object({ properties: { label: string() } }),
    }),
    is_custom_field: boolean(),
    important_fields: object({ properties: { enabled: boolean() } }),
    required_fields: object({
      properties: { enabled: boolean(), stage_ids: array({ items: integer({ required: true }) }) },
    }),
  },
})

/** A field that the account has made up itself. */
export type CustomField = OutputOf<typeof FieldRecord>

/** The custom fields of an account for one kind of record, in the order in which they were made. */
export interface CustomFields {
  readonly fields: readonly CustomField[]
  /** Seconds for which they have been in a cache; undefined where Pipedrive was asked. */
  readonly age: number | undefined
}

/** Seconds for which definitions from a cache are believed where nothing is found by them. */
const nothingFoundTtl = 60

/** Newer definitions may find what these don't. */
export const mayBeOutdated = ({ age = 0 }: CustomFields): boolean => age >= nothingFoundTtl

/** https://developers.pipedrive.com/docs/api/v1/DealFields#getDealFields */
export function* readFields(
  kind: FieldsOf,
  fresh = false,
  optional = false,
): Exchange<CustomFields> {
  const pages: (readonly CustomField[])[] = []
  const guard = pageGuard()
  let cursor: string | undefined
  let age: number | undefined
  do {
    const page = yield* readPage(kind, cursor, { fresh, optional })
    guard(page)
    pages.push(page.rows)
    if (page.age !== undefined) age = Math.max(age ?? 0, page.age)
    cursor = page.next
  } while (cursor !== undefined)
  return { fields: customOnes(pages), age }
}

function* readPage(
  kind: FieldsOf,
  cursor: string | undefined,
  { fresh, optional }: Pick<HttpRequest, 'fresh' | 'optional'>,
) {
  const { body, headers } = yield* readJson({
    method: 'GET',
    path: `/api/v2/${kind}Fields`,
    query: { include_fields: 'important_fields,required_fields', limit: pageSize, cursor },
    reuse: fieldsTtl,
    shared: true,
    ...(fresh && { fresh }),
    ...(optional && { optional }),
  })
  const next = member(member(body, 'additional_data'), 'next_cursor')
  // Seconds in a cache: https://www.rfc-editor.org/rfc/rfc9111#section-5.1
  const age = headers['age']
  return {
    rows: readRequired(array({ items: FieldRecord }), listed(member(body, 'data')), 'data'),
    next: typeof next === 'string' ? next : undefined,
    age: age === undefined ? undefined : Number(age),
  }
}

/** Picked out once for each answer, which a cache gives many times. */
const known = new WeakMap<readonly CustomField[], readonly CustomField[]>()

const customOnes = (pages: readonly (readonly CustomField[])[]): readonly CustomField[] => {
  const [first] = pages
  if (first === undefined) return []
  const fields = known.get(first) ?? pages.flat().filter(field => field.is_custom_field === true)
  known.set(first, fields)
  return fields
}
