import {
  array,
  boolean,
  date,
  integer,
  number,
  object,
  record,
  string,
} from '../definitions/index.ts'

/** The outputs that the component declares. They are complete: what Pipedrive knows is there. */

const owner = (description: string) =>
  object({
    description,
    properties: {
      id: integer({ description: 'Id of the user' }),
      name: string(),
      email: string(),
    },
  })

/** The raw values stay where Pipedrive has them, by key. */
export const custom = record({
  description: 'Custom fields by name, in the form in which they are written',
})

const deal = {
  user_id: owner('Owner of the deal'),
  person_id: object({
    properties: { value: integer({ description: 'Id of the person' }), name: string() },
  }),
  org_id: object({
    properties: {
      value: integer({ description: 'Id of the organization' }),
      name: string(),
      owner_id: string({ description: 'Id of the user who owns the organization' }),
    },
  }),
  stage_id: integer(),
  title: string(),
  value: number({ description: 'Amount in the currency of the deal' }),
  currency: string({ description: 'ISO 4217 code' }),
  status: string({ description: 'open, won, lost or deleted' }),
}
export const Deal = object({ properties: { id: integer({ required: true }), ...deal, custom } })
export const DealItem = object({
  properties: { id: string({ required: true }), type: string(), ...deal, custom },
})

const lead = {
  id: string({ required: true, description: 'UUID of the lead' }),
  title: string(),
  owner_id: integer({ description: 'Id of the user who owns the lead' }),
  value: object({ properties: { amount: number(), currency: string() } }),
}
export const Lead = object({
  properties: { ...lead, expected_close_date: date(), person_id: integer(), custom },
})
/** Searches do not tell the date. */
export const LeadItem = object({ properties: { ...lead, person_id: integer(), custom } })

const organization = {
  id: integer({ required: true }),
  company_id: integer({ description: 'Id of the Pipedrive account' }),
  owner_id: owner('Owner of the organization'),
  name: string(),
}
export const Organization = object({ properties: { ...organization, custom } })
const Contacts = array({
  items: object({
    properties: {
      value: string(),
      primary: boolean(),
      label: string({ description: 'work, home, mobile or other' }),
    },
  }),
})
export const Person = object({
  properties: {
    id: integer({ required: true }),
    company_id: integer({ description: 'Id of the Pipedrive account' }),
    owner_id: owner('Owner of the person'),
    org_id: object({
      properties: {
        value: integer({ description: 'Id of the organization' }),
        name: string(),
        owner_id: integer({ description: 'Id of the user who owns the organization' }),
        cc_email: string({ description: 'Address that files mail under the organization' }),
      },
    }),
    name: string(),
    phone: Contacts,
    email: Contacts,
    custom,
  },
})
