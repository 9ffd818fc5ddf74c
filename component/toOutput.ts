import { all, type Exchange, type OutputOf } from '../definitions/index.ts'
import { customOf, customOfLeads } from './customFields/output.ts'
import { lookUp, type Lookups, type LookupRequest } from './lookups.ts'
import type { Deal, Lead, Organization, Person } from './outputSchemas.ts'
import type { DealRecord, LeadRecord, OrganizationRecord, PersonRecord } from './apiSchemas.ts'

/**
 * From today's records, which point at others by id, to the declared outputs, which show them.
 * Members that are not declared are passed through untouched.
 */
type DealRow = OutputOf<typeof DealRecord>
type OrganizationRow = OutputOf<typeof OrganizationRecord>
type PersonRow = OutputOf<typeof PersonRecord>
interface How extends Pick<LookupRequest, 'afterWrite' | 'memory'> {
  /** The rows of a long list are completed in place: copying them takes as long as parsing them. */
  readonly inPlace?: boolean
}

export function* toDeals(
  rows: readonly DealRow[],
  how: How = {},
): Exchange<readonly OutputOf<typeof Deal>[]> {
  const [known, custom] = yield* all([
    lookUp({
      ...how,
      owners: rows.map(row => row.owner_id),
      persons: rows.map(row => row.person_id),
      organizations: rows.map(row => row.org_id),
    }),
    customOf('deal', rows, how.memory),
  ])
  return own(rows, how).map(row =>
    Object.assign(row, {
      user_id: ownerIn(known, row.owner_id),
      person_id: personIn(known, row.person_id),
      org_id: organizationIn(known, row.org_id),
      custom: custom(row),
    }),
  )
}

const own = <Row extends object>(rows: readonly Row[], { inPlace }: How): readonly Row[] =>
  inPlace ? rows : rows.map(row => ({ ...row }))

/** Leads are as declared already, but for their custom fields. */
export function* toLeads(
  rows: readonly OutputOf<typeof LeadRecord>[],
  { memory, ...how }: How = {},
): Exchange<readonly OutputOf<typeof Lead>[]> {
  const custom = yield* customOfLeads('deal', rows, memory)
  return own(rows, how).map(row => Object.assign(row, { custom: custom(row) }))
}

export function* toOrganizations(
  rows: readonly OrganizationRow[],
  how: How = {},
): Exchange<readonly OutputOf<typeof Organization>[]> {
  if (rows.length === 0) return []
  const [known, custom] = yield* all([
    lookUp({ ...how, owners: rows.map(row => row.owner_id), company: true }),
    customOf('organization', rows, how.memory),
  ])
  return own(rows, how).map(row =>
    Object.assign(row, {
      company_id: known.company,
      owner_id: ownerIn(known, row.owner_id),
      custom: custom(row),
    }),
  )
}

export function* toPersons(
  rows: readonly PersonRow[],
  how: How = {},
): Exchange<readonly OutputOf<typeof Person>[]> {
  if (rows.length === 0) return []
  const [known, custom] = yield* all([
    lookUp({
      ...how,
      owners: rows.map(row => row.owner_id),
      organizations: rows.map(row => row.org_id),
      mail: true,
      company: true,
    }),
    customOf('person', rows, how.memory),
  ])
  return own(rows, how).map(row => Object.assign(personWith(known, row), { custom: custom(row) }))
}

/** Completes the row in place. */
export const personWith = (known: Lookups, row: PersonRow): OutputOf<typeof Person> =>
  Object.assign(row, {
    company_id: known.company,
    owner_id: ownerIn(known, row.owner_id),
    org_id: organizationWithMail(known, row.org_id),
    phone: row.phones ?? [],
    email: row.emails ?? [],
  })

type Id = number | null | undefined

/** What is unknown about a record that is pointed at is null; its id is always there. */
export const ownerIn = ({ users }: Lookups, id: Id) => {
  if (id === null || id === undefined) return null
  const { name = null, email = null } = users.get(id) ?? {}
  return { id, name, email }
}

const personIn = ({ persons }: Lookups, id: Id) =>
  id === null || id === undefined ? null : { value: id, name: persons.get(id)?.name ?? null }

export const organizationIn = ({ organizations }: Lookups, id: Id) => {
  if (id === null || id === undefined) return null
  const { name = null, owner_id } = organizations.get(id) ?? {}
  return { value: id, name, owner_id: typeof owner_id === 'number' ? String(owner_id) : null }
}

export const organizationWithMail = ({ organizations }: Lookups, id: Id) => {
  if (id === null || id === undefined) return null
  const { name = null, owner_id = null, smart_bcc_email = null } = organizations.get(id) ?? {}
  return { value: id, name, owner_id, cc_email: smart_bcc_email }
}

/** The only element of a list that was made from one record. */
export function* single<T>(exchange: Exchange<readonly T[]>): Exchange<T> {
  const [only] = yield* exchange
  if (only === undefined) throw new TypeError('expected one record')
  return only
}
