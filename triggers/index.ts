import type { Trigger } from '../definitions/index.ts'
import { newActivity } from './newActivity.ts'
import { newDeal } from './newDeal.ts'
import { newOrganization } from './newOrganization.ts'
import { newPerson } from './newPerson.ts'
import { updatedDeal } from './updatedDeal.ts'
import { updatedOrganization } from './updatedOrganization.ts'
import { updatedPerson } from './updatedPerson.ts'

/** In the order in which people see them. */
export const triggers: readonly Trigger[] = [
  newActivity,
  newDeal,
  newOrganization,
  newPerson,
  updatedDeal,
  updatedOrganization,
  updatedPerson,
]
