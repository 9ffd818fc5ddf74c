import { array, boolean, integer, number, object, string } from '../definitions/index.ts'

/**
 * What Pipedrive sends, as far as the component looks into it; the rest is passed through.
 * https://developers.pipedrive.com/docs/api/v1
 */
export const DealRecord = object({
  properties: {
    id: integer({ required: true }),
    title: string(),
    owner_id: integer(),
    person_id: integer(),
    org_id: integer(),
    stage_id: integer(),
    value: number(),
    currency: string(),
    status: string(),
  },
})

export const LeadRecord = object({
  properties: {
    id: string({ required: true }),
    title: string(),
    owner_id: integer(),
    value: object({ properties: { amount: number(), currency: string() } }),
    expected_close_date: string(),
    person_id: integer(),
  },
})

export const OrganizationRecord = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    owner_id: integer(),
    /** Only where `include_fields` asks for it. */
    smart_bcc_email: string(),
  },
})

const Contact = object({
  properties: { value: string(), primary: boolean(), label: string() },
})
export const PersonRecord = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    owner_id: integer(),
    org_id: integer(),
    phones: array({ items: Contact }),
    emails: array({ items: Contact }),
  },
})

export const UserRecord = object({
  properties: {
    id: integer({ required: true }),
    name: string(),
    email: string(),
    active_flag: boolean(),
    is_deleted: boolean(),
  },
})

export const Deleted = object({ properties: { id: integer({ required: true }) } })
export const DeletedLead = object({ properties: { id: string({ required: true }) } })

const Reference = object({ properties: { id: integer({ required: true }), name: string() } })

/** A hit of a search: the record in short, and how well it fits. */
const hit = <const P extends Parameters<typeof object>[0]['properties']>(properties: P) =>
  object({
    properties: {
      result_score: number(),
      item: object({ properties, required: true }),
    },
  })
const owner = object({ properties: { id: integer() } })

export const DealHit = hit({
  id: integer({ required: true }),
  type: string(),
  title: string(),
  value: number(),
  currency: string(),
  status: string(),
  is_archived: boolean(),
  owner,
  stage: Reference,
  person: Reference,
  organization: Reference,
})
export const LeadHit = hit({
  id: string({ required: true }),
  title: string(),
  owner,
  person: Reference,
  organization: Reference,
  value: number(),
  currency: string(),
})
export const OrganizationHit = hit({ id: integer({ required: true }), name: string(), owner })
export const PersonHit = hit({
  id: integer({ required: true }),
  name: string(),
  owner,
  organization: Reference,
  phones: array({ items: string({ required: true }) }),
  emails: array({ items: string({ required: true }) }),
})
