import { all, type Exchange, type Memory, type OutputOf } from '../definitions/index.ts'
import {
  DealRecord,
  LeadRecord,
  type DealHit,
  type LeadHit,
  type OrganizationHit,
  type PersonHit,
} from './apiSchemas.ts'
import { get } from './api.ts'
import { customOfHits } from './customFields/hits.ts'
import { customOf, customOfLeads } from './customFields/output.ts'
import { organizationsById, personsById, recordsById } from './linkedRecords.ts'
import { lookUp } from './lookups.ts'
import { nullIfHidden } from './missing.ts'
import { organizationIn, ownerIn, personWith } from './toOutput.ts'
import type { DealItem, LeadItem, Organization, Person } from './outputSchemas.ts'

/** Hits of searches, flattened from `item` and completed to the records that are declared. */

export function* toDealItems(
  hits: readonly OutputOf<typeof DealHit>[],
  memory?: Memory,
): Exchange<readonly OutputOf<typeof DealItem>[]> {
  if (hits.length === 0) return []
  const [known, custom] = yield* all([
    lookUp({
      owners: hits.map(({ item }) => item.owner?.id),
      organizations: hits.map(({ item }) => item.organization?.id),
      memory,
    }),
    customOfHits('deal', () => dealsOf(hits, memory), memory),
  ])
  return hits.map(({ item, result_score }) => ({
    ...item,
    result_score,
    id: String(item.id),
    user_id: ownerIn(known, item.owner?.id),
    person_id: item.person ? { value: item.person.id, name: item.person.name ?? null } : null,
    org_id: item.organization
      ? { ...organizationIn(known, item.organization.id), name: item.organization.name ?? null }
      : null,
    stage_id: item.stage?.id ?? null,
    custom: custom(item.id),
  }))
}

/** Archived deals have a list of their own. */
function* dealsOf(hits: readonly OutputOf<typeof DealHit>[], memory?: Memory) {
  const ids = (isArchived: boolean) =>
    hits.filter(({ item }) => (item.is_archived === true) === isArchived).map(({ item }) => item.id)
  const list = '/api/v2/deals/archived'
  const [current, archived] = yield* all([
    recordsById('/api/v2/deals', DealRecord, ids(false), { memory }),
    recordsById('/api/v2/deals', DealRecord, ids(true), { memory, list }),
  ])
  return new Map([...current, ...archived])
}

/** Leads can’t be read by a list of ids: each hit is read by itself where the account has fields. */
export function* toLeadItems(
  hits: readonly OutputOf<typeof LeadHit>[],
  memory?: Memory,
): Exchange<readonly OutputOf<typeof LeadItem>[]> {
  if (hits.length === 0) return []
  const custom = yield* customOfHits('deal', () => leadsOf(hits), memory, customOfLeads)
  return hits.map(({ item, result_score }) => ({
    ...item,
    result_score,
    owner_id: item.owner?.id ?? null,
    person_id: item.person?.id ?? null,
    value:
      typeof item.value === 'number'
        ? { amount: item.value, currency: item.currency ?? null }
        : null,
    custom: custom(item.id),
  }))
}

function* leadsOf(hits: readonly OutputOf<typeof LeadHit>[]) {
  const leads = yield* all(
    hits.map(({ item: { id } }) =>
      nullIfHidden(get('/api/v1/leads/{id}', { params: { id }, returns: LeadRecord })),
    ),
  )
  return new Map(leads.flatMap(lead => (lead ? [[lead.id, lead] as const] : [])))
}

export function* toOrganizationItems(
  hits: readonly OutputOf<typeof OrganizationHit>[],
  memory?: Memory,
): Exchange<readonly OutputOf<typeof Organization>[]> {
  if (hits.length === 0) return []
  const ids = hits.map(({ item }) => item.id)
  const [known, custom] = yield* all([
    lookUp({ owners: hits.map(({ item }) => item.owner?.id), company: true }),
    customOfHits('organization', () => organizationsById(ids), memory),
  ])
  return hits.map(({ item, result_score }) => ({
    ...item,
    result_score,
    company_id: known.company,
    owner_id: ownerIn(known, item.owner?.id),
    custom: custom(item.id),
  }))
}

/** The hits have bare numbers and addresses; which of them is primary only the persons tell. */
export function* toPersonItems(
  hits: readonly OutputOf<typeof PersonHit>[],
  memory?: Memory,
): Exchange<readonly OutputOf<typeof Person>[]> {
  if (hits.length === 0) return []
  const [known, persons] = yield* all([
    lookUp({
      owners: hits.map(({ item }) => item.owner?.id),
      organizations: hits.map(({ item }) => item.organization?.id),
      mail: true,
      company: true,
      memory,
    }),
    personsById(
      hits.map(({ item }) => item.id),
      { memory },
    ),
  ])
  const custom = yield* customOf('person', [...persons.values()], memory)
  return hits.map(({ item, result_score }) => {
    const { phones, emails, ...hit } = item
    const bare = {
      owner_id: item.owner?.id ?? null,
      org_id: item.organization?.id ?? null,
      phones: contacts(phones),
      emails: contacts(emails),
    }
    return {
      ...hit,
      ...personWith(known, { ...bare, ...(persons.get(item.id) ?? hit) }),
      result_score,
      custom: custom(persons.get(item.id)),
    }
  })
}

const contacts = (values: unknown) =>
  Array.isArray(values) ? values.map((value: unknown) => ({ value: String(value) })) : []
