import { Collection, type Row } from './collection.ts'
import type { DealProduct, Discount, Installment, Variation } from './dealProducts.ts'
import type { Fields } from './fields/definitions.ts'
import type {
  ActivityType,
  Company,
  Currency,
  Filter,
  LeadLabel,
  Pipeline,
  Stage,
  User,
} from './lookups.ts'
import type { Activity, Deal, Lead, Organization, Person, Product } from './records.ts'
import type { Comment, Note } from './notes.ts'
import type { Conversion, Follower, FollowChange, Relationship } from './relations.ts'
import type { Random } from './random.ts'

/** Everything that one Pipedrive account holds. */
export interface Store {
  readonly company: Company
  readonly fields: Fields
  /** Makes the ids of what is added later. */
  readonly random: Random
  readonly users: Collection<User>
  readonly pipelines: Collection<Pipeline>
  readonly stages: Collection<Stage>
  readonly currencies: readonly Currency[]
  readonly activityTypes: Collection<ActivityType>
  readonly leadLabels: Collection<LeadLabel>
  readonly filters: Collection<Filter>
  readonly deals: Collection<Deal>
  readonly persons: Collection<Person>
  readonly organizations: Collection<Organization>
  readonly activities: Collection<Activity>
  readonly leads: Collection<Lead>
  readonly products: Collection<Product>
  readonly notes: Collection<Note>
  readonly comments: Collection<Comment>
  readonly variations: Collection<Variation>
  readonly dealProducts: Collection<DealProduct>
  readonly discounts: Collection<Discount>
  readonly installments: Collection<Installment>
  readonly followers: Collection<Follower>
  readonly followChanges: Collection<FollowChange>
  readonly conversions: Collection<Conversion>
  readonly relationships: Collection<Relationship>
}

/** Everything that an account has before there are any records. */
export type Lookups = Pick<
  Store,
  | ('company' | 'fields' | 'random' | 'users' | 'pipelines' | 'stages' | 'currencies')
  | ('activityTypes' | 'leadLabels' | 'filters')
>

export const emptyStore = (lookups: Lookups): Store => ({
  ...lookups,
  deals: new Collection(),
  persons: new Collection(),
  organizations: new Collection(),
  activities: new Collection(),
  leads: new Collection(),
  products: new Collection(),
  notes: new Collection(),
  comments: new Collection(),
  variations: new Collection(),
  dealProducts: new Collection(),
  discounts: new Collection(),
  installments: new Collection(),
  followers: new Collection(),
  followChanges: new Collection(),
  conversions: new Collection(),
  relationships: new Collection(),
})

/** The part of a collection that snapshots use. */
interface Table {
  all(): readonly Row[]
  nextId(): number
  replace(rows: readonly Row[], lastId: number): void
}

/** Collections other than records, by their names in snapshots. */
export const tablesOf = (store: Store): Readonly<Record<string, Table>> => ({
  users: store.users,
  pipelines: store.pipelines,
  stages: store.stages,
  filters: store.filters,
  activityTypes: store.activityTypes,
  leadLabels: store.leadLabels,
  notes: store.notes,
  comments: store.comments,
  variations: store.variations,
  dealProducts: store.dealProducts,
  discounts: store.discounts,
  installments: store.installments,
  followers: store.followers,
  followChanges: store.followChanges,
  conversions: store.conversions,
  relationships: store.relationships,
  ...Object.fromEntries(
    Object.entries(store.fields).map(([kind, fields]) => [`${kind}Fields`, fields]),
  ),
})
