import { removeRow, setRow } from '../changes.ts'
import { checkLinks } from '../entities/links.ts'
import { notFound, refused } from '../errors.ts'
import * as q from '../query.ts'
import type { Relationship } from '../relations.ts'
import type { Params, Route } from '../route.ts'
import { v1 } from '../route.ts'
import { id, object, oneOf } from '../schema.ts'
import type { Store } from '../store.ts'
import { plain } from '../time.ts'
import type { Account } from '../account.ts'
import { pathNumber } from '../pathNumber.ts'

const read = ['contacts:read', 'contacts:full']
const write = ['contacts:full']
const path = '/organizationRelationships'
const one = `${path}/{id}`
const body = {
  org_id: id,
  type: oneOf(['parent', 'related']),
  rel_owner_org_id: id,
  rel_linked_org_id: id,
}

const find = ({ store }: Account, { id }: Params) => {
  const relationship = store.relationships.get(pathNumber(id))
  if (!relationship) throw notFound('Relationship')
  return relationship
}

const check = (store: Store, { owner_org_id, linked_org_id }: Relationship) => {
  for (const org_id of [owner_org_id, linked_org_id]) checkLinks(store, { org_id })
  if (owner_org_id === linked_org_id) throw refused('An organization can not be related to itself')
}

const organization = (store: Store, orgId: number) => {
  const found = store.organizations.get(orgId)
  return {
    value: orgId,
    name: found?.name ?? '',
    people_count: store.persons.by('org_id', orgId).filter(person => !person.is_deleted).length,
    owner_id: found?.owner_id ?? 0,
    address: found?.address?.value ?? null,
    active_flag: found?.is_deleted === false,
    cc_email: `${store.company.domain}+org${orgId}@pipedrivemail.com`,
  }
}

const present = (store: Store, relationship: Relationship) => ({
  id: relationship.id,
  type: relationship.type,
  rel_owner_org_id: organization(store, relationship.owner_org_id),
  rel_linked_org_id: organization(store, relationship.linked_org_id),
  add_time: relationship.add_time,
  update_time: relationship.update_time,
  active_flag: 'true',
})

/** The relationship as seen from one of the two. */
const seenFrom = (store: Store, relationship: Relationship, orgId: number) => {
  const { owner_org_id, linked_org_id, type } = relationship
  const isOwner = owner_org_id === orgId
  const other = isOwner ? linked_org_id : owner_org_id
  return {
    ...present(store, relationship),
    calculated_type: type === 'related' ? 'related' : isOwner ? 'daughter' : 'parent',
    calculated_related_org_id: other,
    related_organization_name: store.organizations.get(other)?.name ?? '',
  }
}

/** https://developers.pipedrive.com/docs/api/v1/OrganizationRelationships */
export const relationshipRoutes: readonly Route[] = [
  v1({
    method: 'GET',
    path,
    tokens: 20,
    scopes: read,
    query: { org_id: q.required(q.integer) },
    handle: ({ account: { store }, query: { org_id = 0 } }) => {
      const found = store.relationships
        .all()
        .filter(one => one.owner_org_id === org_id || one.linked_org_id === org_id)
      return {
        success: true,
        data: found.map(one => seenFrom(store, one, org_id)),
        additional_data: { start: 0, limit: found.length, more_items_in_collection: false },
      }
    },
  }),
  v1({
    method: 'GET',
    path: one,
    tokens: 2,
    scopes: read,
    query: { org_id: q.integer },
    handle: ({ account, params, query }) => {
      const relationship = find(account, params)
      const data = seenFrom(account.store, relationship, query.org_id ?? relationship.owner_org_id)
      return { success: true, data }
    },
  }),
  v1({
    method: 'POST',
    path,
    tokens: 10,
    scopes: write,
    body: object(body, ['type', 'rel_owner_org_id', 'rel_linked_org_id']),
    handle: ({ account, body }) => {
      const { store, clock } = account
      const now = plain(clock.now())
      const relationship = {
        id: store.relationships.nextId(),
        type: body.type,
        owner_org_id: body.rel_owner_org_id,
        linked_org_id: body.rel_linked_org_id,
        add_time: now,
        update_time: now,
      }
      check(store, relationship)
      setRow(account, store.relationships, relationship)
      return { success: true, data: present(store, relationship) }
    },
  }),
  v1({
    method: 'PUT',
    path: one,
    tokens: 10,
    scopes: write,
    body: object(body),
    handle: ({ account, params, body }) => {
      const { store, clock } = account
      const before = find(account, params)
      const after = {
        ...before,
        type: body.type ?? before.type,
        owner_org_id: body.rel_owner_org_id ?? before.owner_org_id,
        linked_org_id: body.rel_linked_org_id ?? before.linked_org_id,
        update_time: plain(clock.now()),
      }
      check(store, after)
      setRow(account, store.relationships, after)
      return { success: true, data: present(store, after) }
    },
  }),
  v1({
    method: 'DELETE',
    path: one,
    tokens: 6,
    scopes: write,
    handle: ({ account, params }) => {
      const relationship = find(account, params)
      removeRow(account, account.store.relationships, relationship)
      return { success: true, data: { id: relationship.id } }
    },
  }),
]
