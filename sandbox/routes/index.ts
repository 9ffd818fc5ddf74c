import { activities } from '../entities/activity.ts'
import { deals } from '../entities/deal.ts'
import { organizations } from '../entities/organization.ts'
import { persons } from '../entities/person.ts'
import { products } from '../entities/product.ts'
import type { Route } from '../route.ts'
import { commentRoutes } from './comments.ts'
import { convertRoutes } from './convert.ts'
import { dealProductRoutes } from './dealProducts.ts'
import { dealTermRoutes } from './dealTerms.ts'
import { customFieldRoutes } from './fields.ts'
import { filterHelpers } from './filterHelpers.ts'
import { filterRoutes } from './filters.ts'
import { followerRoutes } from './followers.ts'
import { itemSearchRoutes } from './itemSearch.ts'
import { labelRoutes } from './labels.ts'
import { leadRoutes } from './leads.ts'
import { lookupRoutes } from './lookups.ts'
import { mergeRoutes } from './merge.ts'
import { noteRoutes } from './notes.ts'
import { permittedRoutes } from './permitted.ts'
import { pipelineEdits } from './pipelineEdits.ts'
import { pipelineRoutes } from './pipelines.ts'
import { recordRoutes } from './records.ts'
import { relationshipRoutes } from './relationships.ts'
import { searchRoutes, v1LeadSearch } from './search.ts'
import { userEdits } from './users.ts'
import { v1DealRoutes } from './v1Deals.ts'
import { v1FieldRoutes } from './v1Fields.ts'
import { v1FollowerRoutes } from './v1Followers.ts'
import { variationRoutes } from './variations.ts'
import { webhookRoutes } from './webhooks.ts'

export const routes: readonly Route[] = [
  ...recordRoutes(deals),
  ...recordRoutes(persons),
  ...recordRoutes(organizations),
  ...recordRoutes(activities),
  ...recordRoutes(products),
  ...searchRoutes,
  v1LeadSearch,
  ...itemSearchRoutes,
  ...pipelineRoutes,
  ...pipelineEdits,
  ...customFieldRoutes,
  ...v1FieldRoutes,
  ...leadRoutes,
  ...labelRoutes,
  ...lookupRoutes,
  ...filterRoutes,
  filterHelpers,
  ...mergeRoutes,
  ...convertRoutes,
  ...dealProductRoutes,
  ...dealTermRoutes,
  ...variationRoutes,
  ...followerRoutes,
  ...v1FollowerRoutes,
  ...permittedRoutes,
  ...relationshipRoutes,
  ...userEdits,
  ...v1DealRoutes,
  ...noteRoutes,
  ...commentRoutes,
  ...webhookRoutes,
]
