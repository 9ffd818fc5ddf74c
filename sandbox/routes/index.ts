import { activities } from '../entities/activity.ts'
import { deals } from '../entities/deal.ts'
import { organizations } from '../entities/organization.ts'
import { persons } from '../entities/person.ts'
import type { Route } from '../route.ts'
import { customFieldRoutes } from './fields.ts'
import { filterRoutes } from './filters.ts'
import { itemSearchRoutes } from './itemSearch.ts'
import { leadRoutes } from './leads.ts'
import { lookupRoutes } from './lookups.ts'
import { pipelineRoutes } from './pipelines.ts'
import { recordRoutes } from './records.ts'
import { searchRoutes } from './search.ts'
import { v1FieldRoutes } from './v1Fields.ts'
import { webhookRoutes } from './webhooks.ts'

export const routes: readonly Route[] = [
  ...recordRoutes(deals),
  ...recordRoutes(persons),
  ...recordRoutes(organizations),
  ...recordRoutes(activities),
  ...searchRoutes,
  ...itemSearchRoutes,
  ...pipelineRoutes,
  ...customFieldRoutes,
  ...v1FieldRoutes,
  ...leadRoutes,
  ...lookupRoutes,
  ...filterRoutes,
  ...webhookRoutes,
]
