/** Invented records in the documented shapes, for forms that have nothing real to show yet. */
const user = { id: 1, name: 'Ada Byron', email: 'ada@example.com' }

const deal = {
  user_id: user,
  person_id: { value: 17, name: 'Grace Keller' },
  org_id: { value: 5, name: 'Northwind Paper', owner_id: '1' },
  stage_id: 3,
  title: 'Paper for the new office',
  value: 1499.5,
  currency: 'EUR',
  status: 'open',
}
export const sampleDeal = { id: 42, ...deal }
export const sampleDealItem = { id: '42', type: 'deal', ...deal }

export const sampleLead = {
  id: '0f3c8a52-6a1e-4c0b-9d6f-2f1f5a7c9e10',
  title: 'Paper for the second office',
  owner_id: 1,
  value: { amount: 800, currency: 'EUR' },
  expected_close_date: '2026-12-31',
  person_id: 17,
}

const { expected_close_date: _date, ...leadItem } = sampleLead
export const sampleLeadItem = leadItem

export const sampleOrganization = {
  id: 5,
  company_id: 1000001,
  owner_id: user,
  name: 'Northwind Paper',
}

export const samplePerson = {
  id: 17,
  company_id: 1000001,
  owner_id: user,
  org_id: { value: 5, name: 'Northwind Paper', owner_id: 1, cc_email: 'northwind@example.com' },
  name: 'Grace Keller',
  phone: [{ value: '+44 20 7946 0000', primary: true, label: 'work' }],
  email: [{ value: 'grace@example.com', primary: true, label: 'work' }],
}
