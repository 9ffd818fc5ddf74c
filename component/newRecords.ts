import type { InputOf } from '../definitions/index.ts'
import type { NewRecord } from './addAction.ts'
import { dealBody, organizationBody, personBody, wholeSeconds } from './bodies.ts'
import type { newDeal } from './properties/deal.ts'
import type { newOrganization } from './properties/organization.ts'
import type { newPerson } from './properties/person.ts'

/** From the forms of new records to what is sent. */

export const addedDeal = ({ custom_fields, ...deal }: InputOf<typeof newDeal>): NewRecord => ({
  custom_fields,
  body: dealBody(deal),
  owner: deal.user_id,
  name: deal.title,
})

export const addedPerson = ({
  custom_fields,
  ...person
}: InputOf<typeof newPerson>): NewRecord => ({
  custom_fields,
  body: personBody(person),
  owner: person.owner_id,
  name: person.name,
  addTime: wholeSeconds(person.add_time),
})

export const addedOrganization = ({
  custom_fields,
  ...organization
}: InputOf<typeof newOrganization>): NewRecord => ({
  custom_fields,
  body: organizationBody(organization),
  owner: organization.owner_id,
  name: organization.name,
  addTime: wholeSeconds(organization.add_time),
})
