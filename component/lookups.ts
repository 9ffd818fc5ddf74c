import {
  ApiError,
  all,
  array,
  integer,
  member,
  object,
  readRequired,
  type Exchange,
  type OutputOf,
  type Property,
} from '../definitions/index.ts'
import { get, send } from './api.ts'
import { page } from './pages.ts'
import { OrganizationRecord, PersonRecord, UserRecord } from './apiSchemas.ts'

type Id = number | null | undefined
type User = OutputOf<typeof UserRecord>
type Person = OutputOf<typeof PersonRecord>
type Organization = OutputOf<typeof OrganizationRecord>

/** What v2 records point at by id, and the declared outputs show in full. */
export interface Lookups {
  readonly users: ReadonlyMap<number, User>
  readonly persons: ReadonlyMap<number, Person>
  readonly organizations: ReadonlyMap<number, Organization>
  readonly company: number | null
}

export interface LookupRequest {
  readonly owners?: readonly Id[]
  readonly persons?: readonly Id[]
  readonly organizations?: readonly Id[]
  /** Ask for the organizations' mail addresses too. */
  readonly mail?: boolean
  readonly company?: boolean
  /** Leaves what can't be looked up after a write unknown: an error would invite a second write. */
  readonly afterWrite?: boolean
}

/** Seconds for which users, the account and activity types may be reused. */
export const referenceDataTtl = 300
const idsPerCall = 100
const mail = { include_fields: 'smart_bcc_email' }

/** Looks everything up at once, and nothing twice. */
export function* lookUp(wanted: LookupRequest): Exchange<Lookups> {
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

/** Seconds for which a cached list of users is believed when it lacks one. */
const missingUserTtl = 60

/** All users, inactive ones too. A cached list that lacks one is fetched anew, once a minute. */
export function* usersById(ids: readonly Id[]): Exchange<ReadonlyMap<number, User>> {
  const wanted = distinct(ids)
  if (wanted.length === 0) return new Map()
  const { users, age } = yield* allUsers(false)
  if (age < missingUserTtl || wanted.every(id => users.has(id))) return users
  return (yield* allUsers(true)).users
}

function* allUsers(fresh: boolean) {
  const { body, headers } = yield* send({
    method: 'GET',
    path: '/api/v1/users',
    reuse: referenceDataTtl,
    ...(fresh && { fresh }),
  })
  const users = readRequired(array({ items: UserRecord }), member(body, 'data'), 'data')
  // Seconds in a cache: https://www.rfc-editor.org/rfc/rfc9111#section-5.1
  const age = Number(headers['age'] ?? 0)
  return { users: new Map(users.map(user => [user.id, user])), age }
}

const me = <const Returns extends Property>(returns: Returns) =>
  get('/api/v1/users/me', { reuse: referenceDataTtl, returns })

const Company = object({ properties: { company_id: integer() } })
const User = object({ properties: { id: integer({ required: true }) } })

/** The id of the account that the connection belongs to. */
export function* companyId(): Exchange<number | null> {
  return (yield* me(Company)).company_id ?? null
}

/** The id of the connected user: the owner of everything that is added without one. */
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
    const found = yield* nullIfHidden(
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
export const nullIfNotFound = <T>(exchange: Exchange<T>) => nullIf(isGone, exchange)

/** So is one that the connected user may not see; that the app lacks a scope stays an error. */
export const nullIfHidden = <T>(exchange: Exchange<T>) =>
  nullIf(error => isGone(error) || (error.status === 403 && error.recovery === 'report'), exchange)

const isGone = ({ status }: ApiError) => status === 404 || status === 410

function* nullIf<T>(
  isExpected: (error: ApiError) => boolean,
  exchange: Exchange<T>,
): Exchange<T | null> {
  try {
    return yield* exchange
  } catch (error) {
    if (error instanceof ApiError && isExpected(error)) return null
    throw error
  }
}
