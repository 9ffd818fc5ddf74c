/** Invented events in the declared shapes, for forms that have nothing real to show yet. */
const mail = { email_messages_count: 3, cc_email: 'acme+deal42@example.com' }

const meta = {
  change_source: 'app',
  user_id: '1',
  timestamp: '2026-03-02T08:15:01.250Z',
  correlation_id: '7d2f6c1e-52b4-4a0d-9a63-0d8c5a1e7b42',
}

export const sampleDealEvent = {
  ...mail,
  id: 42,
  person_id: 17,
  owner_name: 'Ada Byron',
  status: 'open',
  title: 'Paper for the new office',
  currency: 'EUR',
  value: 1499.5,
  meta,
}

export const sampleOrganizationEvent = {
  ...mail,
  owner_id: 1,
  id: 5,
  owner_name: 'Ada Byron',
  name: 'Northwind Paper',
  company_id: 1000001,
  meta,
}

export const samplePersonEvent = {
  ...mail,
  owner_id: 1,
  id: 17,
  owner_name: 'Ada Byron',
  phone: [{ value: '+44 20 7946 0000', primary: true }],
  name: 'Grace Keller',
  email: [{ value: 'grace@example.com', primary: true }],
  company_id: 1000001,
  meta,
}

export const sampleActivityEvent = {
  type_name: 'Call',
  public_description: 'Ask for the delivery address',
  subject: 'Call Grace',
  type: 'call',
  id: 7,
  owner_name: 'Ada Byron',
  user_id: 1,
  company_id: 1000001,
  meta,
}
