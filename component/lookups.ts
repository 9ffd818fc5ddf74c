import {
  ApiError,
  all,
  array,
  integer,
  member,
  object,
  read,
  type Exchange,
  type OutputOf,
  type Property,
} from '../definitions/index.ts'
import { get, page, send } from './api.ts'
import { OrganizationRecord, PersonRecord, UserRecord } from './apiSchemas.ts'

type Id = number | null | undefined
type User = OutputOf<typeof UserRecord>
type Person = OutputOf<typeof PersonRecord>
type Organization = OutputOf<typeof OrganizationRecord>

/** What v2 records point at by id, and the declared outputs show in full. */
export interface Known {
  readonly users: ReadonlyMap<number, User>
  readonly persons: ReadonlyMap<number, Person>
  readonly organizations: ReadonlyMap<number, Organization>
  readonly company: number | null
}

export interface Wanted {
  readonly owners?: readonly Id[]
  readonly persons?: readonly Id[]
  readonly organizations?: readonly Id[]
  /** Ask for the organizations' mail addresses too. */
  readonly mail?: boolean
  readonly company?: boolean
  /** After a write: what can't be looked up stays unknown, so that nobody repeats the write. */
  readonly afterWrite?: boolean
}

/** Seconds for which users, the account and activity types may be reused. */
export const seldomChanges = 300
const idsPerCall = 100
const mail = { include_fields: 'smart_bcc_email' }

/** Looks everything up at once, and nothing twice. */
export function* lookUp(wanted: Wanted): Exchange<Known> {
  const tolerant = wanted.afterWrite ? orElse : <T>(exchange: Exchange<T>) => exchange
  const [users, persons, organizations, company] = yield* all([
    tolerant(usersById(wanted.owners ?? []), new Map()),
    tolerant(personsById(wanted.persons ?? []), new Map()),
    tolerant(
      byId(
        '/api/v2/organizations',
        OrganizationRecord,
        wanted.organizations ?? [],
        wanted.mail ? mail : {},
      ),
      new Map(),
    ),
    tolerant(wanted.company ? companyId() : nothing(), null),
  ])
  return { users, persons, organizations, company }
}

function* orElse<T>(exchange: Exchange<T>, otherwise: T): Exchange<T> {
  try {
    return yield* exchange
  } catch {
    return otherwise
  }
}

function* nothing(): Exchange<null> {
  return null
}

const distinct = (ids: readonly Id[]): readonly number[] => [
  ...new Set(ids.filter(id => typeof id === 'number')),
]

/** All users, inactive ones too. A cached list that lacks somebody is fetched anew. */
export function* usersById(ids: readonly Id[]): Exchange<ReadonlyMap<number, User>> {
  const wanted = distinct(ids)
  if (wanted.length === 0) return new Map()
  const { users, cached } = yield* allUsers(false)
  if (!cached || wanted.every(id => users.has(id))) return users
  return (yield* allUsers(true)).users
}

function* allUsers(fresh: boolean) {
  const { body, headers } = yield* send({
    method: 'GET',
    path: '/api/v1/users',
    reuse: seldomChanges,
    ...(fresh && { fresh }),
  })
  const users = read(array({ items: UserRecord }), member(body, 'data'), 'data')
  // `age` marks an answer from a cache: https://www.rfc-editor.org/rfc/rfc9111#section-5.1
  return { users: new Map(users.map(user => [user.id, user])), cached: 'age' in headers }
}

const me = <const Returns extends Property>(returns: Returns) =>
  get('/api/v1/users/me', { reuse: seldomChanges, returns })

const Company = object({ properties: { company_id: integer() } })
const User = object({ properties: { id: integer({ required: true }) } })

/** The id of the account that the connection belongs to. */
export function* companyId(): Exchange<number | null> {
  return (yield* me(Company)).company_id ?? null
}

/** The id of the connected user, who owns whatever is added without an owner. */
export function* connectedUser(): Exchange<number> {
  return (yield* me(User)).id
}

export const personsById = (ids: readonly Id[]) => byId('/api/v2/persons', PersonRecord, ids)

/** One record costs 1 token by itself; a call for up to a hundred costs 10. */
function* byId<Record extends typeof PersonRecord | typeof OrganizationRecord>(
  path: '/api/v2/persons' | '/api/v2/organizations',
  record: Record,
  ids: readonly Id[],
  query: { readonly include_fields?: string } = {},
): Exchange<ReadonlyMap<number, OutputOf<Record>>> {
  const wanted = distinct(ids)
  const [first] = wanted
  if (first === undefined) return new Map()
  if (wanted.length === 1) {
    const found = yield* orGone(
      get(`${path}/{id}`, { params: { id: first }, query, returns: record }),
    )
    return new Map(found ? [[first, found]] : [])
  }
  const chunks = Array.from({ length: Math.ceil(wanted.length / idsPerCall) }, (_, index) =>
    wanted.slice(index * idsPerCall, (index + 1) * idsPerCall),
  )
  const pages = yield* all(
    chunks.map(ids => page(path, { query: { ...query, ids }, row: record, limit: idsPerCall })),
  )
  return new Map(pages.flatMap(({ rows }) => rows.map(row => [row.id, row])))
}

/** A record that has been deleted in the meantime is null. */
export function* orGone<T>(exchange: Exchange<T>): Exchange<T | null> {
  try {
    return yield* exchange
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}
