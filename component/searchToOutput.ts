import { all, type Exchange, type Memory, type OutputOf } from '../definitions/index.ts'
import { customOf } from './customFields/output.ts'
import { personsById } from './linkedRecords.ts'
import { lookUp } from './lookups.ts'
import { organizationIn, ownerIn, personWith } from './toOutput.ts'
import type { DealItem, LeadItem, OrganizationItem, Person } from './outputSchemas.ts'
import type { DealHit, LeadHit, OrganizationHit, PersonHit } from './apiSchemas.ts'

/** Hits of searches, flattened from `item` and completed to the records that are declared. */

export function* toDealItems(
  hits: readonly OutputOf<typeof DealHit>[],
  memory?: Memory,
): Exchange<readonly OutputOf<typeof DealItem>[]> {
  const known = yield* lookUp({
    owners: hits.map(({ item }) => item.owner?.id),
    organizations: hits.map(({ item }) => item.organization?.id),
    memory,
  })
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
  }))
}

/**
 * The hits lack the expected close date. Leads can’t be read by a list of ids, and one by one they
 * would cost a call for each hit.
 */
export function* toLeadItems(
  hits: readonly OutputOf<typeof LeadHit>[],
): Exchange<readonly OutputOf<typeof LeadItem>[]> {
  return hits.map(({ item, result_score }) => ({
    ...item,
    result_score,
    owner_id: item.owner?.id ?? null,
    person_id: item.person?.id ?? null,
    value:
      typeof item.value === 'number'
        ? { amount: item.value, currency: item.currency ?? null }
        : null,
  }))
}

export function* toOrganizationItems(
  hits: readonly OutputOf<typeof OrganizationHit>[],
): Exchange<readonly OutputOf<typeof OrganizationItem>[]> {
  if (hits.length === 0) return []
  const known = yield* lookUp({ owners: hits.map(({ item }) => item.owner?.id), company: true })
  return hits.map(({ item, result_score }) => ({
    ...item,
    result_score,
    company_id: known.company,
    owner_id: ownerIn(known, item.owner?.id),
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
