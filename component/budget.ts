import {
  InputError,
  member,
  type Budget,
  type Method,
  type OperationCall,
} from '../definitions/index.ts'
import { idsPerCall } from './linkedRecords.ts'
import { fieldsTtl, type FieldsOf } from './customFields/fields.ts'
import { referenceDataTtl } from './lookups.ts'
import { pageSize } from './pages.ts'

type When = Pick<OperationCall, 'when' | 'perRows' | 'sharedMs'>
type Path = `/${string}`

const call = (method: Method, path: Path, when: When): OperationCall => ({ method, path, ...when })
const always: When = { when: 'always' }
const linked: When = { when: 'linked' }
const shared: When = { when: 'shared' }
const rows = (perRows: number): When => ({ when: 'rows', perRows })

const users = call('GET', '/api/v1/users', shared)
const company = call('GET', '/api/v1/users/me', shared)
const person = call('GET', '/api/v2/persons/{id}', linked)
const organization = call('GET', '/api/v2/organizations/{id}', linked)
const persons = call('GET', '/api/v2/persons', rows(idsPerCall))
const organizations = call('GET', '/api/v2/organizations', rows(idsPerCall))

/** Definitions of custom fields, which are read only where a record has values of them. */
const fieldsOf = (kind: FieldsOf) =>
  call('GET', `/api/v2/${kind}Fields`, { when: 'shared', sharedMs: fieldsTtl * 1_000 })
const dealFields = fieldsOf('deal')
const personFields = fieldsOf('person')
const organizationFields = fieldsOf('organization')

const one = (method: Method, path: Path) => call(method, path, always)
const list = (path: Path) => call('GET', path, rows(pageSize))
/** One that finds a single record looks its links up one by one. */
const manyLinks = [person, persons, organization, organizations]

const ofDeal = [users, person, organization, dealFields]
const ofPerson = [users, company, organization, personFields]
const ofOrganization = [users, company, organizationFields]
const event = (path: Path, fields: OperationCall) => [one('GET', path), users, fields]

/** A record that is found is read, and one that is not is looked for among the newest and added. */
const findOrCreate = (path: Path, lookups: readonly OperationCall[]) => [
  one('POST', path),
  one('GET', `${path}/search`),
  one('GET', path),
  call('GET', `${path}/{id}`, linked),
  ...lookups,
]

const calls: Readonly<Record<string, readonly OperationCall[]>> = {
  getDeals: [
    list('/api/v2/deals'),
    list('/api/v2/deals/archived'),
    users,
    ...manyLinks,
    dealFields,
  ],
  addDeal: [one('POST', '/api/v2/deals'), ...ofDeal],
  searchDeals: [
    list('/api/v2/deals/search'),
    users,
    organization,
    organizations,
    dealFields,
    call('GET', '/api/v2/deals/{id}', linked),
    call('GET', '/api/v2/deals', rows(idsPerCall)),
  ],
  deleteDeal: [one('DELETE', '/api/v2/deals/{id}')],
  getDealDetails: [one('GET', '/api/v2/deals/{id}'), ...ofDeal],
  getLeads: [list('/api/v1/leads'), list('/api/v1/leads/archived'), dealFields],
  addLead: [one('POST', '/api/v1/leads'), dealFields],
  deleteLead: [one('DELETE', '/api/v1/leads/{id}')],
  getLeadDetails: [one('GET', '/api/v1/leads/{id}'), dealFields],
  searchLeads: [
    list('/api/v2/leads/search'),
    dealFields,
    call('GET', '/api/v1/leads/{id}', rows(1)),
  ],
  getOrganizations: [list('/api/v2/organizations'), ...ofOrganization],
  addOrganization: [one('POST', '/api/v2/organizations'), ...ofOrganization],
  searchOrganization: [
    list('/api/v2/organizations/search'),
    users,
    company,
    organizationFields,
    organization,
    organizations,
  ],
  deleteOrganization: [one('DELETE', '/api/v2/organizations/{id}')],
  getOrganizationDetails: [one('GET', '/api/v2/organizations/{id}'), ...ofOrganization],
  getPersons: [list('/api/v2/persons'), users, company, organization, organizations, personFields],
  addPerson: [one('POST', '/api/v2/persons'), ...ofPerson],
  searchPersons: [list('/api/v2/persons/search'), users, company, ...manyLinks, personFields],
  deletePerson: [one('DELETE', '/api/v2/persons/{id}')],
  getPersonDetails: [one('GET', '/api/v2/persons/{id}'), ...ofPerson],
  updateDeal: [one('PATCH', '/api/v2/deals/{id}'), one('GET', '/api/v2/deals/{id}'), ...ofDeal],
  updateLead: [one('PATCH', '/api/v1/leads/{id}'), one('GET', '/api/v1/leads/{id}'), dealFields],
  updateOrganization: [
    one('PATCH', '/api/v2/organizations/{id}'),
    one('GET', '/api/v2/organizations/{id}'),
    ...ofOrganization,
  ],
  updatePerson: [
    one('PATCH', '/api/v2/persons/{id}'),
    one('GET', '/api/v2/persons/{id}'),
    ...ofPerson,
  ],
  findOrCreateDeal: findOrCreate('/api/v2/deals', ofDeal),
  findOrCreateOrganization: findOrCreate('/api/v2/organizations', ofOrganization),
  findOrCreatePerson: findOrCreate('/api/v2/persons', ofPerson),
  newActivity: [call('GET', '/api/v1/activityTypes', shared), users],
  newDeal: event('/api/v2/deals/{id}', dealFields),
  newOrganization: event('/api/v2/organizations/{id}', organizationFields),
  newPerson: event('/api/v2/persons/{id}', personFields),
  updatedDeal: event('/api/v2/deals/{id}', dealFields),
  updatedOrganization: event('/api/v2/organizations/{id}', organizationFields),
  updatedPerson: event('/api/v2/persons/{id}', personFields),
}

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The call that the input of the custom action describes, as far as it does. */
const customCall = (input: unknown): readonly OperationCall[] => {
  const method = methods.find(known => known === member(input, 'method')) ?? 'GET'
  const path = member(input, 'path')
  if (typeof path !== 'string' || !path.startsWith('/')) return []
  return [{ method, path: `/${path.slice(1)}`, ...always }]
}

const tokensPerSeat = 30_000

/** https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting */
export const budget: Budget = {
  plans: [
    { name: 'lite', title: 'Lite', tokensPerSeat },
    { name: 'growth', title: 'Growth', tokensPerSeat: 2 * tokensPerSeat },
    { name: 'premium', title: 'Premium', tokensPerSeat: 5 * tokensPerSeat },
    { name: 'ultimate', title: 'Ultimate', tokensPerSeat: 7 * tokensPerSeat },
  ],
  examples: [
    { title: 'Read one deal', method: 'GET', path: '/api/v2/deals/{id}' },
    { title: 'Add or change a deal', method: 'POST', path: '/api/v2/deals' },
    { title: `List up to ${pageSize} deals`, method: 'GET', path: '/api/v2/deals' },
    { title: 'Search', method: 'GET', path: '/api/v2/deals/search' },
    { title: 'Add a lead', method: 'POST', path: '/api/v1/leads' },
  ],
  sharedMs: referenceDataTtl * 1_000,
  callsOf(operation, input) {
    if (operation === 'customAction') return customCall(input)
    const known = calls[operation]
    if (known) return known
    throw new InputError('', `there is no operation ${operation}`)
  },
}
