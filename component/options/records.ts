import {
  integer,
  object,
  string,
  type Exchange,
  type Option,
  type OptionsDataSource,
  type OptionsPage,
  type OptionsQuery,
  type Page,
} from '../../definitions/index.ts'
import { get, page, pageV1 } from '../api.ts'
import { lookUp, orGone } from '../lookups.ts'
import { DealHit, DealRecord, LeadHit, OrganizationHit, OrganizationRecord } from '../apiSchemas.ts'
import { PersonHit, PersonRecord } from '../apiSchemas.ts'

/** A record that can be chosen; its organization tells it from others of the same name. */
interface Choice<Value> {
  readonly value: Value
  readonly name: string | null | undefined
  readonly organization?: number | string | null | undefined
}

interface Source<Value> {
  /** The records changed last, newest first. */
  recent(query: Asked): Exchange<Page<Choice<Value>>>
  search(query: Asked & { readonly term: string }): Exchange<Page<Choice<Value>>>
  one(value: Value): Exchange<Choice<Value> | null>
}
interface Asked {
  readonly cursor: string | undefined
  readonly limit: number
}

const choicesPerPage = 100
/** Pipedrive searches from two characters on. */
const shortestTerm = 2

const records = <Value>(source: Source<Value>): OptionsDataSource<Value> => ({
  *options(query) {
    const { rows, next } = yield* choices(source, query)
    const organizations = rows.map(({ organization }) => organization)
    const known = yield* lookUp({
      organizations: organizations.filter(id => typeof id === 'number'),
    })
    const label = ({ value, name, organization }: Choice<Value>) => {
      const of =
        typeof organization === 'number'
          ? known.organizations.get(organization)?.name
          : organization
      const own = name ?? String(value)
      return of ? `${own} · ${of}` : own
    }
    const options: readonly Option<Value>[] = rows.map(row => ({
      value: row.value,
      label: label(row),
    }))
    return { options, ...(next !== undefined && { next }) } satisfies OptionsPage<Value>
  },
})

function* choices<Value>(
  source: Source<Value>,
  { value, search = '', cursor }: OptionsQuery<Value>,
): Exchange<Page<Choice<Value>>> {
  if (value !== undefined) {
    const found = yield* source.one(value)
    return { rows: found ? [found] : [] }
  }
  const term = search.trim()
  const asked = { cursor, limit: choicesPerPage }
  return yield* term.length < shortestTerm
    ? source.recent(asked)
    : source.search({ ...asked, term })
}

const newest = { sort_by: 'update_time', sort_direction: 'desc' } as const

function* mapped<Row, Value>(
  exchange: Exchange<Page<Row>>,
  choice: (row: Row) => Choice<Value>,
): Exchange<Page<Choice<Value>>> {
  const { rows, next } = yield* exchange
  return { rows: rows.map(choice), next }
}

export const deals = records<number>({
  recent: asked =>
    mapped(page('/api/v2/deals', { ...asked, query: newest, row: DealRecord }), dealChoice),
  search: ({ term, ...asked }) =>
    mapped(
      page('/api/v2/deals/search', { ...asked, query: { term }, row: DealHit }),
      ({ item }) => ({
        value: item.id,
        name: item.title,
        organization: item.organization?.name,
      }),
    ),
  *one(id) {
    const found = yield* orGone(get('/api/v2/deals/{id}', { params: { id }, returns: DealRecord }))
    return found && dealChoice(found)
  },
})
const dealChoice = (deal: { id: number; title?: string | null; org_id?: number | null }) => ({
  value: deal.id,
  name: deal.title,
  organization: deal.org_id,
})

export const persons = records<number>({
  recent: asked =>
    mapped(page('/api/v2/persons', { ...asked, query: newest, row: PersonRecord }), personChoice),
  search: ({ term, ...asked }) =>
    mapped(
      page('/api/v2/persons/search', { ...asked, query: { term }, row: PersonHit }),
      ({ item }) => ({
        value: item.id,
        name: item.name,
        organization: item.organization?.name,
      }),
    ),
  *one(id) {
    const found = yield* orGone(
      get('/api/v2/persons/{id}', { params: { id }, returns: PersonRecord }),
    )
    return found && personChoice(found)
  },
})
const personChoice = (person: { id: number; name?: string | null; org_id?: number | null }) => ({
  value: person.id,
  name: person.name,
  organization: person.org_id,
})

export const organizations = records<number>({
  recent: asked =>
    mapped(
      page('/api/v2/organizations', { ...asked, query: newest, row: OrganizationRecord }),
      ({ id, name }) => ({ value: id, name }),
    ),
  search: ({ term, ...asked }) =>
    mapped(
      page('/api/v2/organizations/search', { ...asked, query: { term }, row: OrganizationHit }),
      ({ item }) => ({ value: item.id, name: item.name }),
    ),
  *one(id) {
    const found = yield* orGone(
      get('/api/v2/organizations/{id}', { params: { id }, returns: OrganizationRecord }),
    )
    return found && { value: id, name: found.name }
  },
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
export const leads = records<string>({
  recent: asked =>
    mapped(
      pageV1('/api/v1/leads', { ...asked, query: { sort: 'update_time DESC' }, row: LeadRow }),
      leadChoice,
    ),
  search: ({ term, ...asked }) =>
    mapped(
      page('/api/v2/leads/search', { ...asked, query: { term }, row: LeadHit }),
      ({ item }) => ({
        value: item.id,
        name: item.title,
        organization: item.organization?.name,
      }),
    ),
  *one(id) {
    const found = yield* orGone(get('/api/v1/leads/{id}', { params: { id }, returns: LeadRow }))
    return found && leadChoice(found)
  },
})
