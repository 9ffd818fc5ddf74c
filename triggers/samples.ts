/** Invented events in the declared shapes, for forms that have nothing real to show yet. */
const mail = { email_messages_count: 3, cc_email: 'acme+deal42@example.com' }

export const sampleDealEvent = {
  ...mail,
  id: 42,
  person_id: 17,
  owner_name: 'Ada Byron',
  status: 'open',
  title: 'Paper for the new office',
  currency: 'EUR',
  value: 1499.5,
}

export const sampleOrganizationEvent = {
  ...mail,
  owner_id: 1,
  id: 5,
  owner_name: 'Ada Byron',
  name: 'Northwind Paper',
  company_id: 1000001,
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
}
