import { integer, member, read, string } from '../../definitions/index.ts'

/** What earlier steps have made, for later ones to use. */
export interface Made {
  organization?: number
  person?: number
  deal?: number
  lead?: string
  user?: number
  label?: string
  pipeline?: number
  stage?: number
}

export interface TourStep {
  readonly action: string
  input(made: Made): unknown
  /** Takes along what later steps need. */
  after?(made: Made, output: unknown): void
  /** A search only finds what has been indexed, which takes a real account some seconds. */
  readonly finds?: true
}

const dataOf = (output: unknown, key: string) => member(member(member(output, 'body'), 'data'), key)
const title = 'Tour: 250 desks & “chairs” / 10% off'

/** All actions once, with inputs as a workflow would give them, from making to deleting. */
export const steps: readonly TourStep[] = [
  {
    action: 'addOrganization',
    input: ({ user }) => ({ organization: { name: `${title} Ltd`, owner_id: user } }),
    after(made, output) {
      made.organization = read(integer(), dataOf(output, 'id'))
    },
  },
  {
    action: 'addPerson',
    input: ({ user, organization }) => ({
      person: {
        name: `${title} Zoë`,
        owner_id: user,
        org_id: organization,
        email: [{ value: 'zoe@example.com', primary: true, label: 'work' }],
        phone: [{ value: '+44 20 7946 0002', primary: true, label: 'mobile' }],
      },
    }),
    after(made, output) {
      made.person = read(integer(), dataOf(output, 'id'))
    },
  },
  {
    action: 'addDeal',
    input: ({ user, person, organization, pipeline, stage }) => ({
      deal: {
        title,
        value: '99.50',
        currency: 'EUR',
        user_id: user,
        person_id: person,
        org_id: organization,
        pipeline_id: pipeline,
        stage_id: stage,
        status: 'lost',
        lost_reason: 'Price',
        expected_close_date: '2027-02-28',
        probability: 20,
      },
    }),
    after(made, output) {
      made.deal = read(integer(), dataOf(output, 'id'))
    },
  },
  {
    action: 'addLead',
    input: ({ user, label, person, organization }) => ({
      lead: {
        title,
        owner_id: user,
        label_ids: label === undefined ? [] : [label],
        person_id: person,
        organization_id: organization,
        value: { amount: 120.25, currency: 'EUR' },
        expected_close_date: '2027-02-28',
      },
    }),
    after(made, output) {
      made.lead = read(string(), dataOf(output, 'id'))
    },
  },
  {
    action: 'updateOrganization',
    input: ({ organization }) => ({
      id: organization,
      organization: { website: 'https://example.com', employee_count: null },
    }),
  },
  {
    action: 'updatePerson',
    input: ({ person }) => ({ id: person, person: { email: [{ value: 'z@example.com' }] } }),
  },
  {
    action: 'findOrCreateOrganization',
    input: () => ({ on_several: 'newest', organization: { name: `${title} Ltd` } }),
  },
  {
    action: 'findOrCreatePerson',
    input: () => ({
      match_by: 'phone',
      on_several: 'newest',
      person: { name: `${title} Zoë`, phone: [{ value: '+44 20 7946 0002' }] },
    }),
  },
  { action: 'findOrCreateDeal', input: () => ({ on_several: 'newest', deal: { title } }) },
  { action: 'updateDeal', input: ({ deal }) => ({ id: deal, deal: { lost_reason: null } }) },
  { action: 'updateLead', input: ({ lead }) => ({ id: lead, lead: { was_seen: true } }) },
  { action: 'getDeals', input: () => ({}) },
  { action: 'getLeads', input: () => ({}) },
  { action: 'getOrganizations', input: () => ({ sort: 'name ASC' }) },
  { action: 'getPersons', input: () => ({ first_char: 'T' }) },
  {
    action: 'searchDeals',
    input: ({ person }) => ({ term: title, exact_match: true, fields: 'title', person_id: person }),
    finds: true,
  },
  {
    action: 'searchLeads',
    input: ({ person }) => ({ term: title, exact_match: true, person_id: person }),
    finds: true,
  },
  { action: 'searchOrganization', input: () => ({ term: 'Tour: 250 desks' }), finds: true },
  {
    action: 'searchPersons',
    input: ({ organization }) => ({ term: 'zoe@example.com', organization_id: organization }),
    finds: true,
  },
  { action: 'getDealDetails', input: ({ deal }) => ({ id: deal }) },
  { action: 'getLeadDetails', input: ({ lead }) => ({ id: lead }) },
  { action: 'getOrganizationDetails', input: ({ organization }) => ({ id: organization }) },
  { action: 'getPersonDetails', input: ({ person }) => ({ id: person }) },
  {
    action: 'customAction',
    input: ({ deal }) => ({
      method: 'GET',
      path: `/api/v2/deals/${deal}`,
      query: { include_fields: 'smart_bcc_email' },
    }),
  },
]

/** Removes what the steps before have made. */
export const cleanup: readonly TourStep[] = [
  { action: 'deleteLead', input: ({ lead }) => ({ id: lead }), after: made => delete made.lead },
  { action: 'deleteDeal', input: ({ deal }) => ({ id: deal }), after: made => delete made.deal },
  {
    action: 'deletePerson',
    input: ({ person }) => ({ id: person }),
    after: made => delete made.person,
  },
  {
    action: 'deleteOrganization',
    input: ({ organization }) => ({ id: organization }),
    after: made => delete made.organization,
  },
]

/** The names of the actions that the tour runs. */
export const toured: readonly string[] = [...steps, ...cleanup].map(({ action }) => action)
