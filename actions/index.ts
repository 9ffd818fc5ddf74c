import type { Action } from '../definitions/index.ts'
import { addDeal } from './deals/addDeal.ts'
import { deleteDeal } from './deals/deleteDeal.ts'
import { findOrCreateDeal } from './deals/findOrCreateDeal.ts'
import { getDealDetails } from './deals/getDealDetails.ts'
import { getDeals } from './deals/getDeals.ts'
import { searchDeals } from './deals/searchDeals.ts'
import { updateDeal } from './deals/updateDeal.ts'
import { addLead } from './leads/addLead.ts'
import { deleteLead } from './leads/deleteLead.ts'
import { getLeadDetails } from './leads/getLeadDetails.ts'
import { getLeads } from './leads/getLeads.ts'
import { searchLeads } from './leads/searchLeads.ts'
import { updateLead } from './leads/updateLead.ts'
import { addOrganization } from './organizations/addOrganization.ts'
import { deleteOrganization } from './organizations/deleteOrganization.ts'
import { findOrCreateOrganization } from './organizations/findOrCreateOrganization.ts'
import { getOrganizationDetails } from './organizations/getOrganizationDetails.ts'
import { getOrganizations } from './organizations/getOrganizations.ts'
import { searchOrganization } from './organizations/searchOrganization.ts'
import { updateOrganization } from './organizations/updateOrganization.ts'
import { addPerson } from './persons/addPerson.ts'
import { deletePerson } from './persons/deletePerson.ts'
import { findOrCreatePerson } from './persons/findOrCreatePerson.ts'
import { getPersonDetails } from './persons/getPersonDetails.ts'
import { getPersons } from './persons/getPersons.ts'
import { searchPersons } from './persons/searchPersons.ts'
import { updatePerson } from './persons/updatePerson.ts'

/** In the order in which people see them. */
export const actions: readonly Action[] = [
  getDeals,
  addDeal,
  searchDeals,
  deleteDeal,
  getDealDetails,
  getLeads,
  addLead,
  deleteLead,
  getLeadDetails,
  searchLeads,
  getOrganizations,
  addOrganization,
  searchOrganization,
  deleteOrganization,
  getOrganizationDetails,
  getPersons,
  addPerson,
  searchPersons,
  deletePerson,
  getPersonDetails,
  updateDeal,
  updateLead,
  updateOrganization,
  updatePerson,
  findOrCreateDeal,
  findOrCreateOrganization,
  findOrCreatePerson,
]
