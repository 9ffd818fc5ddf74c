import { customFieldsOf } from './fields/fieldsOf.ts'
import type { NoteLink } from './notes.ts'
import type { Deal, Kind, Lead, Organization, Person, Product, Records } from './records.ts'
import { customTexts } from './search.ts'
import type { Store } from './store.ts'

export type Searched = Exclude<Kind, 'activity'>

/** Search in one kind of record, and its hits. */
interface Searching<R> {
  readonly fields: readonly string[]
  texts(store: Store, record: R, fields: readonly string[]): readonly string[]
  item(store: Store, record: R, include: readonly string[]): object
}

const person = (store: Store, id: number | null) => {
  const found = id === null ? undefined : store.persons.get(id)
  return found ? { id: found.id, name: found.name } : null
}
const organization = (store: Store, id: number | null) => {
  const found = id === null ? undefined : store.organizations.get(id)
  return found ? { id: found.id, name: found.name } : null
}
const notesOf = (store: Store, link: NoteLink, id: number | string) =>
  store.notes.by(link, id).map(note => note.content)
const titled = (
  store: Store,
  record: Deal | Lead,
  fields: readonly string[],
  link: 'deal_id' | 'lead_id',
) => [
  ...(fields.includes('notes') ? notesOf(store, link, record.id) : []),
  ...(fields.includes('title') ? [record.title] : []),
  ...(fields.includes('custom_fields')
    ? customTexts(customFieldsOf(store, 'deal'), record.custom_fields)
    : []),
]

const deal: Searching<Deal> = {
  fields: ['custom_fields', 'notes', 'title'],
  texts: (store, record, fields) => titled(store, record, fields, 'deal_id'),
  item: (store, record, include) => ({
    id: record.id,
    type: 'deal',
    title: record.title,
    value: record.value,
    currency: record.currency,
    status: record.status,
    visible_to: record.visible_to,
    owner: { id: record.owner_id },
    stage: { id: record.stage_id, name: store.stages.get(record.stage_id)?.name ?? '' },
    person: person(store, record.person_id),
    organization: organization(store, record.org_id),
    custom_fields: customTexts(customFieldsOf(store, 'deal'), record.custom_fields),
    notes: notesOf(store, 'deal_id', record.id),
    is_archived: record.is_archived,
    ...(include.includes('deal.cc_email') && {
      cc_email: `${store.company.domain}+deal${record.id}@pipedrivemail.com`,
    }),
  }),
}

const lead: Searching<Lead> = {
  fields: ['custom_fields', 'notes', 'title'],
  texts: (store, record, fields) => titled(store, record, fields, 'lead_id'),
  item: (store, record, include) => {
    const contact = record.person_id === null ? undefined : store.persons.get(record.person_id)
    return {
      id: record.id,
      type: 'lead',
      title: record.title,
      owner: { id: record.owner_id },
      person: person(store, record.person_id),
      organization: organization(store, record.organization_id),
      phones: contact?.phones.map(phone => phone.value) ?? [],
      emails: contact?.emails.map(email => email.value) ?? [],
      custom_fields: customTexts(customFieldsOf(store, 'deal'), record.custom_fields),
      notes: notesOf(store, 'lead_id', record.id),
      value: record.value?.amount ?? null,
      currency: record.value?.currency ?? null,
      visible_to: Number(record.visible_to),
      is_archived: record.is_archived,
      ...(include.includes('lead.was_seen') && { was_seen: record.was_seen }),
    }
  },
}

const personSearch: Searching<Person> = {
  fields: ['custom_fields', 'email', 'notes', 'phone', 'name'],
  texts: (store, record, fields) => [
    ...(fields.includes('name') ? [record.name] : []),
    ...(fields.includes('notes') ? notesOf(store, 'person_id', record.id) : []),
    ...(fields.includes('email') ? record.emails.map(email => email.value) : []),
    ...(fields.includes('phone') ? record.phones.map(phone => phone.value) : []),
    ...(fields.includes('custom_fields')
      ? customTexts(customFieldsOf(store, 'person'), record.custom_fields)
      : []),
  ],
  item: (store, record, include) => {
    const employer = record.org_id === null ? undefined : store.organizations.get(record.org_id)
    return {
      id: record.id,
      type: 'person',
      name: record.name,
      phones: record.phones.map(phone => phone.value),
      emails: record.emails.map(email => email.value),
      visible_to: record.visible_to,
      owner: { id: record.owner_id },
      organization: employer
        ? { id: employer.id, name: employer.name, address: employer.address?.value ?? null }
        : null,
      custom_fields: customTexts(customFieldsOf(store, 'person'), record.custom_fields),
      notes: notesOf(store, 'person_id', record.id),
      ...(include.includes('person.picture') && { picture: null }),
    }
  },
}

const organizationSearch: Searching<Organization> = {
  fields: ['address', 'custom_fields', 'notes', 'name'],
  texts: (store, record, fields) => [
    ...(fields.includes('name') ? [record.name] : []),
    ...(fields.includes('notes') ? notesOf(store, 'org_id', record.id) : []),
    ...(fields.includes('address') && record.address ? [record.address.value] : []),
    ...(fields.includes('custom_fields')
      ? customTexts(customFieldsOf(store, 'organization'), record.custom_fields)
      : []),
  ],
  item: (store, record) => ({
    id: record.id,
    type: 'organization',
    name: record.name,
    address: record.address?.value ?? null,
    visible_to: record.visible_to,
    owner: { id: record.owner_id },
    custom_fields: customTexts(customFieldsOf(store, 'organization'), record.custom_fields),
    notes: notesOf(store, 'org_id', record.id),
  }),
}

const product: Searching<Product> = {
  fields: ['code', 'custom_fields', 'name'],
  texts: (store, record, fields) => [
    ...(fields.includes('name') ? [record.name] : []),
    ...(fields.includes('code') && record.code !== null ? [record.code] : []),
    ...(fields.includes('custom_fields')
      ? customTexts(customFieldsOf(store, 'product'), record.custom_fields)
      : []),
  ],
  item: (store, record, include) => ({
    id: record.id,
    type: 'product',
    name: record.name,
    code: record.code,
    visible_to: record.visible_to,
    owner: { id: record.owner_id },
    custom_fields: customTexts(customFieldsOf(store, 'product'), record.custom_fields),
    ...(include.includes('product.price') && { product: { price: record.prices[0]?.price ?? 0 } }),
  }),
}

export const searchings: { readonly [K in Searched]: Searching<Records[K]> } = {
  deal,
  lead,
  person: personSearch,
  organization: organizationSearch,
  product,
}
