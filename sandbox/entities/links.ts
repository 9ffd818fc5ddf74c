import { refused } from '../errors.ts'
import type { Store } from '../store.ts'

interface Links {
  readonly owner_id?: number
  readonly person_id?: number | null
  readonly org_id?: number | null
  readonly deal_id?: number | null
  readonly lead_id?: string | null
}

const check = (
  name: string,
  id: number | string | null | undefined,
  found: { is_deleted: boolean } | undefined,
) => {
  if (id === undefined || id === null) return
  if (!found || found.is_deleted) throw refused(`${name} ${id} does not exist or is not accessible`)
}

/** What a record points at must exist. */
export const checkLinks = (store: Store, links: Links) => {
  const { owner_id } = links
  const owner = owner_id === undefined ? undefined : store.users.get(owner_id)
  if (owner_id !== undefined && !owner?.active)
    throw refused(`owner_id ${owner_id} does not exist or is not active`)
  check('person_id', links.person_id, store.persons.get(links.person_id ?? 0))
  check('org_id', links.org_id, store.organizations.get(links.org_id ?? 0))
  check('deal_id', links.deal_id, store.deals.get(links.deal_id ?? 0))
  check('lead_id', links.lead_id, store.leads.get(links.lead_id ?? ''))
}

export const checkCurrency = (store: Store, code: string) => {
  if (!store.currencies.some(currency => currency.code === code && currency.active_flag))
    throw refused(`currency ${code} is not in use in this account`)
}

export const checkLabels = (
  known: readonly { readonly id: unknown }[],
  ids: readonly unknown[] = [],
) => {
  for (const id of ids)
    if (!known.some(label => label.id === id))
      throw refused(`label_ids: ${String(id)} does not exist`)
}
