import { addDeal } from '../../actions/deals/addDeal.ts'
import { getDeals } from '../../actions/deals/getDeals.ts'
import { addLead } from '../../actions/leads/addLead.ts'
import { getLeads } from '../../actions/leads/getLeads.ts'
import { addPerson } from '../../actions/persons/addPerson.ts'
import { searchPersons } from '../../actions/persons/searchPersons.ts'
import { get } from '../../component/api.ts'
import { Deal, Person } from '../../component/outputSchemas.ts'
import {
  array,
  integer,
  object,
  string,
  type Exchange,
  type OutputOf,
} from '../../definitions/index.ts'
import { type Items, type Rows } from '../../component/listActions.ts'
import { newDeal } from '../../triggers/newDeal.ts'
import type { WebhookSubscription } from '../../triggers/subscription.ts'
import type { Equal } from './equal.ts'

type InputOf<A extends { perform(input: never): unknown }> = Parameters<A['perform']>[0]
type ResultOf<A extends { perform(input: never): unknown }> =
  ReturnType<A['perform']> extends Exchange<infer R> ? R : never

/** Required and defaulted members are there, the others may be missing but are never null. */
export const addDealInput: Equal<
  InputOf<typeof addDeal>,
  {
    readonly deal: {
      readonly title: string
      readonly value: string
      readonly status: 'open' | 'won' | 'lost'
      readonly currency?: string
      readonly user_id?: number
      readonly person_id?: number
      readonly org_id?: number
      readonly pipeline_id?: number
      readonly stage_id?: number
      readonly expected_close_date?: string
      readonly custom_fields?: Readonly<Record<string, unknown>>
      readonly probability?: number
      readonly lost_reason?: string
      readonly won_time?: string
      readonly lost_time?: string
      readonly close_time?: string
      readonly label_ids?: readonly number[]
      readonly visible_to?: number
      readonly is_archived?: boolean
    }
  }
> = true

export const getDealsInput: Equal<
  Pick<
    InputOf<typeof getDeals>,
    'status' | 'user_id' | 'filter_id' | 'stage_id' | 'sort' | 'limit'
  >,
  {
    readonly status: 'open' | 'won' | 'lost' | 'deleted' | 'all_not_deleted'
    readonly user_id?: number
    readonly filter_id?: number
    readonly stage_id?: number
    readonly sort?: string
    readonly limit?: number
  }
> = true

export const getLeadsInput: Equal<
  Pick<InputOf<typeof getLeads>, 'archived_status' | 'sort'>,
  {
    readonly archived_status: 'archived' | 'not_archived' | 'all'
    readonly sort?:
      | 'id'
      | 'title'
      | 'owner_id'
      | 'creator_id'
      | 'was_seen'
      | 'expected_close_date'
      | 'next_activity_id'
      | 'add_time'
      | 'update_time'
  }
> = true

export const addLeadInput: Equal<
  Pick<InputOf<typeof addLead>['lead'], 'title' | 'label_ids' | 'value'>,
  {
    readonly title: string
    readonly label_ids?: readonly string[]
    readonly value?: { readonly amount: number; readonly currency: string }
  }
> = true

export const addPersonInput: Equal<
  InputOf<typeof addPerson>['person']['phone'],
  | readonly {
      readonly value: string
      readonly primary?: boolean
      readonly label?: string
    }[]
  | undefined
> = true

interface Owner {
  readonly id?: number | null
  readonly name?: string | null
  readonly email?: string | null
}
interface DealOutput {
  readonly id: number
  readonly user_id?: Owner | null
  readonly person_id?: { readonly value?: number | null; readonly name?: string | null } | null
  readonly org_id?: {
    readonly value?: number | null
    readonly name?: string | null
    readonly owner_id?: string | null
  } | null
  readonly stage_id?: number | null
  readonly title?: string | null
  readonly value?: number | null
  readonly currency?: string | null
  readonly status?: string | null
  readonly custom?: Readonly<Record<string, unknown>> | null
}
/** Members of outputs may be null, but for those that are required. */
export const dealOutput: Equal<OutputOf<typeof Deal>, DealOutput> = true
// @ts-expect-error: the same type, but for members that may be missing
export const dealOutputIsExact: Equal<OutputOf<typeof Deal>, { readonly id: number }> = true
export const requiredIsNeverNull: Equal<OutputOf<typeof Deal>['id'], number> = true

export const addDealResult: Equal<
  ResultOf<typeof addDeal>,
  { readonly body: { readonly data: OutputOf<typeof Deal> } }
> = true
export const getDealsResult: Equal<ResultOf<typeof getDeals>, Rows<OutputOf<typeof Deal>>> = true
export const searchResult: Equal<
  ResultOf<typeof searchPersons>['body']['data'],
  Items<OutputOf<typeof Person>>['body']['data']
> = true

/** What enabling keeps, disabling and judging are handed. */
export const kept: Equal<
  ReturnType<typeof newDeal.webhookEnable>,
  Exchange<Parameters<typeof newDeal.webhookDisable>[0]>
> = true
export const keptOfPipedrive: Equal<
  Parameters<typeof newDeal.webhookDisable>[0],
  WebhookSubscription
> = true
export const keptForValidation: Equal<
  Parameters<typeof newDeal.webhookValidate>[1],
  WebhookSubscription
> = true

/** A path without parameters needs none; one with two needs both. */
const Row = object({
  properties: { id: integer({ required: true }), tags: array({ items: string() }) },
})
export const read = get('/api/v1/users/me', { returns: Row })
export const readTwo = get('/api/v1/a/{one}/b/{two}', {
  params: { one: 1, two: 'x' },
  returns: Row,
})
export const readType: Equal<
  typeof readTwo,
  Exchange<{ readonly id: number; readonly tags?: readonly string[] | null }>
> = true
