import {
  all,
  array,
  integer,
  member,
  object,
  readRequired,
  type Exchange,
  type Memory,
  type OutputOf,
  type Property,
} from '../definitions/index.ts'
import { get, readJson } from './api.ts'
import { OrganizationRecord, PersonRecord, UserRecord } from './apiSchemas.ts'
import { distinct, organizationsById, personsById, type Id } from './linkedRecords.ts'

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
  /** What was looked up for earlier pages of the list. */
  readonly memory?: Memory | undefined
  /** Seconds for which linked records may be used again. */
  readonly reuse?: number | undefined
  /** Leaves what can't be looked up after a write unknown: an error would invite a second write. */
  readonly afterWrite?: boolean
}

/** Seconds for which the choices of a select may be used again, unless one of their kind is written. */
export const choicesTtl = 60
/** Seconds for which users, the account and activity types may be reused. */
export const referenceDataTtl = 300
const mail = { include_fields: 'smart_bcc_email' }

/** Looks everything up at once, and nothing twice. */
export function* lookUp(wanted: LookupRequest): Exchange<Lookups> {
  const tolerant = wanted.afterWrite ? orElse : <T>(exchange: Exchange<T>) => exchange
  const [users, persons, organizations, company] = yield* all([
    tolerant(usersById(wanted.owners ?? []), new Map()),
    tolerant(personsById(wanted.persons ?? [], wanted), new Map()),
    tolerant(
      organizationsById(wanted.organizations ?? [], {
        query: wanted.mail ? mail : {},
        memory: wanted.memory,
        reuse: wanted.reuse,
      }),
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
  const { body, headers } = yield* readJson({
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
