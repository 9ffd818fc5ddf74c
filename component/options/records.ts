import { integer, member, object, string, type OutputOf } from '../../definitions/index.ts'
import { get } from '../api.ts'
import { DealHit, DealRecord, LeadHit, OrganizationHit, OrganizationRecord } from '../apiSchemas.ts'
import { PersonHit, PersonRecord } from '../apiSchemas.ts'
import { page, pageV1 } from '../pages.ts'
import { mapped, records } from './recordChoices.ts'

const newest = { sort_by: 'update_time', sort_direction: 'desc' } as const

export const deals = records<number>('deal', 'title', {
  nameField: () => 'title',
  recent: asked =>
    mapped(page('/api/v2/deals', { ...asked, query: newest, row: DealRecord }), dealChoice),
  search: asked =>
    mapped(page('/api/v2/deals/search', { ...asked, row: DealHit }), ({ item }) => ({
      value: item.id,
      name: item.title,
      organization: item.organization?.name,
    })),
  *one(id) {
    return dealChoice(yield* get('/api/v2/deals/{id}', { params: { id }, returns: DealRecord }))
  },
})
const dealChoice = (deal: { id: number; title?: string | null; org_id?: number | null }) => ({
  value: deal.id,
  name: deal.title,
  organization: deal.org_id,
  isDeleted: member(deal, 'is_deleted'),
})

export const persons = records<number>('person', 'name or e-mail address', {
  nameField: text => (text.includes('@') ? 'email' : 'name'),
  recent: asked =>
    mapped(page('/api/v2/persons', { ...asked, query: newest, row: PersonRecord }), personChoice),
  search: asked =>
    mapped(page('/api/v2/persons/search', { ...asked, row: PersonHit }), ({ item }) => ({
      value: item.id,
      name: item.name,
      organization: item.organization?.name,
      detail: member(item.emails, '0'),
      aliases: item.emails ?? [],
    })),
  *one(id) {
    return personChoice(
      yield* get('/api/v2/persons/{id}', { params: { id }, returns: PersonRecord }),
    )
  },
})
const personChoice = (person: OutputOf<typeof PersonRecord>) => ({
  value: person.id,
  name: person.name,
  organization: person.org_id,
  isDeleted: member(person, 'is_deleted'),
  detail: member(member(person.emails, '0'), 'value'),
})

export const organizations = records<number>('organization', 'name', {
  nameField: () => 'name',
  recent: asked =>
    mapped(
      page('/api/v2/organizations', { ...asked, query: newest, row: OrganizationRecord }),
      organizationChoice,
    ),
  search: asked =>
    mapped(
      page('/api/v2/organizations/search', { ...asked, row: OrganizationHit }),
      ({ item }) => ({
        value: item.id,
        name: item.name,
        detail: member(item, 'address'),
      }),
    ),
  *one(id) {
    return organizationChoice(
      yield* get('/api/v2/organizations/{id}', { params: { id }, returns: OrganizationRecord }),
    )
  },
})
const organizationChoice = (organization: OutputOf<typeof OrganizationRecord>) => ({
  value: organization.id,
  name: organization.name,
  isDeleted: member(organization, 'is_deleted'),
  detail: member(member(organization, 'address'), 'value'),
})

const LeadRow = object({
  properties: { id: string({ required: true }), title: string(), organization_id: integer() },
})
const leadChoice = (lead: {
  id: string
  title?: string | null
  organization_id?: number | null
}) => ({
  value: lead.id,
  name: lead.title,
  organization: lead.organization_id,
})
export const leads = records<string>('lead', 'title', {
  nameField: () => 'title',
  recent: asked =>
    mapped(
      pageV1('/api/v1/leads', { ...asked, query: { sort: 'update_time DESC' }, row: LeadRow }),
      leadChoice,
    ),
  search: asked =>
    mapped(page('/api/v2/leads/search', { ...asked, row: LeadHit }), ({ item }) => ({
      value: item.id,
      name: item.title,
      organization: item.organization?.name,
    })),
  *one(id) {
    return leadChoice(yield* get('/api/v1/leads/{id}', { params: { id }, returns: LeadRow }))
  },
})
