/** Where outputs tell something, and which inputs mean the same by it. */
export interface Source {
  readonly action: string
  readonly input: unknown
  /** The rows of its output, as a reference reads. */
  readonly rows: string
  /** From a meaning to the places in a row that have it. */
  readonly tells: Readonly<Record<string, readonly string[]>>
}

export interface Target {
  readonly action: string
  readonly input: (reference: string) => unknown
  /** Where the output gives the same thing back. */
  readonly back?: string
}

const deal = {
  user: ['user_id.id', 'org_id.owner_id'],
  person: ['person_id.value'],
  organization: ['org_id.value'],
  deal: ['id'],
  stage: ['stage_id'],
  title: ['title'],
  name: ['person_id.name', 'org_id.name'],
  amount: ['value'],
  currency: ['currency'],
  status: ['status'],
}
const lead = {
  user: ['owner_id'],
  person: ['person_id'],
  lead: ['id'],
  title: ['title'],
  amount: ['value.amount'],
  currency: ['value.currency'],
  date: ['expected_close_date'],
}
/** A search does not tell the date. */
const { date: _date, ...leadHit } = lead
const organization = { user: ['owner_id.id'], organization: ['id'], name: ['name'] }
const person = {
  user: ['owner_id.id', 'org_id.owner_id'],
  person: ['id'],
  organization: ['org_id.value'],
  name: ['name', 'org_id.name'],
  phone: ['phone'],
  email: ['email'],
}

const all = 'body.data'
const items = 'body.data.items'
export const sources: readonly Source[] = [
  { action: 'getDeals', input: {}, rows: all, tells: { ...deal, date: ['expected_close_date'] } },
  { action: 'getLeads', input: {}, rows: all, tells: lead },
  { action: 'getOrganizations', input: {}, rows: all, tells: organization },
  { action: 'getPersons', input: {}, rows: all, tells: person },
  { action: 'searchDeals', input: { term: 'for' }, rows: items, tells: deal },
  { action: 'searchLeads', input: { term: 'lead' }, rows: items, tells: leadHit },
  { action: 'searchOrganization', input: { term: 'an' }, rows: items, tells: organization },
  { action: 'searchPersons', input: { term: 'an' }, rows: items, tells: person },
]

const id = (action: string): Target => ({
  action,
  input: id => ({ id }),
  back: 'body.data.id',
})
const search = (action: string, property: string): Target => ({
  action,
  input: value => ({ term: 'for', limit: 1, [property]: value }),
})
const list = (action: string, property: string): Target => ({
  action,
  input: value => ({ limit: 1, [property]: value }),
})
const addDeal = (property: string, back = property): Target => ({
  action: 'addDeal',
  input: value => ({ deal: { title: 'T', [property]: value } }),
  back: `body.data.${back}`,
})
const addLead = (property: string, back?: string): Target => ({
  action: 'addLead',
  input: value => ({ lead: { title: 'L', person_id: 1, [property]: value } }),
  ...(back && { back: `body.data.${back}` }),
})
const addPerson = (property: string, back = property): Target => ({
  action: 'addPerson',
  input: value => ({ person: { name: 'P', [property]: value } }),
  back: `body.data.${back}`,
})
const addOrganization = (property: string, back = property): Target => ({
  action: 'addOrganization',
  input: value => ({ organization: { name: 'O', [property]: value } }),
  back: `body.data.${back}`,
})

export const targets: Readonly<Record<string, readonly Target[]>> = {
  user: [
    addDeal('user_id', 'user_id.id'),
    addLead('owner_id', 'owner_id'),
    addPerson('owner_id', 'owner_id.id'),
    addOrganization('owner_id', 'owner_id.id'),
    list('getDeals', 'user_id'),
    list('getLeads', 'owner_id'),
    list('getOrganizations', 'user_id'),
    list('getPersons', 'user_id'),
  ],
  person: [
    id('getPersonDetails'),
    addDeal('person_id', 'person_id.value'),
    addLead('person_id', 'person_id'),
    list('getLeads', 'person_id'),
    search('searchDeals', 'person_id'),
    search('searchLeads', 'person_id'),
  ],
  organization: [
    id('getOrganizationDetails'),
    addDeal('org_id', 'org_id.value'),
    addLead('organization_id', 'organization_id'),
    addPerson('org_id', 'org_id.value'),
    list('getLeads', 'organization_id'),
    search('searchDeals', 'organization_id'),
    search('searchLeads', 'organization_id'),
    search('searchPersons', 'organization_id'),
  ],
  deal: [id('getDealDetails'), id('deleteDeal')],
  lead: [id('getLeadDetails'), id('deleteLead')],
  stage: [addDeal('stage_id'), list('getDeals', 'stage_id')],
  title: [
    addDeal('title'),
    addLead('title', 'title'),
    { action: 'searchDeals', input: term => ({ term }) },
    { action: 'searchLeads', input: term => ({ term, exact_match: true }) },
  ],
  name: [
    addPerson('name'),
    addOrganization('name'),
    { action: 'searchPersons', input: term => ({ term }) },
    { action: 'searchOrganization', input: term => ({ term, exact_match: true }) },
  ],
  amount: [
    addDeal('value'),
    {
      action: 'addLead',
      input: amount => ({
        lead: { title: 'L', person_id: 1, value: { amount, currency: 'EUR' } },
      }),
      back: 'body.data.value.amount',
    },
  ],
  currency: [
    addDeal('currency'),
    {
      action: 'addLead',
      input: currency => ({
        lead: { title: 'L', person_id: 1, value: { amount: 1, currency } },
      }),
      back: 'body.data.value.currency',
    },
  ],
  status: [addDeal('status'), list('getDeals', 'status'), search('searchDeals', 'status')],
  date: [addDeal('expected_close_date'), addLead('expected_close_date', 'expected_close_date')],
  phone: [addPerson('phone')],
  email: [addPerson('email')],
}
