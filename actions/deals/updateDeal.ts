import {
  action,
  integer,
  member,
  nullable,
  object,
  type Input,
  type OutputOf,
} from '../../definitions/index.ts'
import { get, patch } from '../../component/api.ts'
import { DealRecord } from '../../component/apiSchemas.ts'
import { dealBody } from '../../component/bodies.ts'
import { customFieldsIn } from '../../component/customFields/current.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { changedCustomFields } from '../../component/customFields/property.ts'
import { findUpdated } from '../../component/findUpdated.ts'
import { inBody } from '../../component/listActions.ts'
import { changedIds, listChange, needsRecord, requireChange } from '../../component/listChanges.ts'
import { deals } from '../../component/options/records.ts'
import { Deal } from '../../component/outputSchemas.ts'
import { dealProperties } from '../../component/properties/deal.ts'
import { onlyGiven } from '../../component/properties/parts.ts'
import { sampleDeal } from '../../component/samples.ts'
import { single, toDeals } from '../../component/toOutput.ts'

const properties = {
  id: integer({ label: 'Deal', required: true, optionsDataSource: deals, minValue: 1 }),
  deal: object({
    label: 'Changes',
    description: onlyGiven,
    required: true,
    properties: {
      ...dealProperties,
      person_id: nullable(dealProperties.person_id),
      org_id: nullable(dealProperties.org_id),
      probability: nullable(dealProperties.probability),
      lost_reason: nullable(dealProperties.lost_reason),
      close_time: nullable(dealProperties.close_time),
      custom_fields: changedCustomFields('deal'),
      label_ids: nullable(dealProperties.label_ids),
    },
  }),
  label_change: listChange('Labels'),
}

/** https://developers.pipedrive.com/docs/api/v1/Deals#updateDeal */
export const updateDeal = action({
  name: 'updateDeal',
  title: 'Update deal',
  description: 'Changes a deal.',
  agentHint:
    'Changes only what is given, of the deal with this id: get the id from searchDeals first. Null clears; lists are added to unless their change says replace or remove.',
  effect: 'update',
  properties,
  output: inBody({ data: { ...Deal, required: true } }),
  sampleOutput: { body: { data: sampleDeal } },
  serializeBy: ({ id }) => `deal ${id}`,
  *perform(input) {
    const { id } = input
    const body = yield* bodyOf(input)
    requireChange('deal', body)
    return yield* shown(
      yield* patch('/api/v2/deals/{id}', { params: { id }, body, returns: DealRecord }),
    )
  },
  *findExisting(input) {
    const record = yield* read(input.id)
    return yield* findUpdated(yield* bodyOf(input, record), record, shown)
  },
})

const read = (id: number) => get('/api/v2/deals/{id}', { params: { id }, returns: DealRecord })

/** Reads the record only where what it has is needed. */
function* bodyOf(input: Input<typeof properties>, known?: OutputOf<typeof DealRecord>) {
  const { id, label_change } = input
  const { custom_fields, label_ids, ...rest } = input.deal
  const before = known ?? (needsRecord(label_ids, label_change) ? yield* read(id) : undefined)
  const fields = yield* customFieldsMember(custom_fields, {
    kind: 'deal',
    path: 'deal.custom_fields',
    *current() {
      return customFieldsIn(before ?? (yield* read(id)))
    },
  })
  return {
    ...dealBody(rest),
    ...fields,
    label_ids: changedIds(member(before, 'label_ids'), label_ids, label_change),
  }
}

function* shown(deal: OutputOf<typeof DealRecord>) {
  return { body: { data: yield* single(toDeals([deal], { afterWrite: true })) } }
}
