import { action, object, required, type OutputOf } from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { findCreated, newest } from '../../component/findExisting.ts'
import { dealProperties } from '../../component/properties/deal.ts'
import { dealBody } from '../../component/bodies.ts'
import { toDeals, single } from '../../component/toOutput.ts'
import { sampleDeal } from '../../component/samples.ts'
import { Deal } from '../../component/outputSchemas.ts'
import { DealRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#addDeal */
export const addDeal = action({
  name: 'addDeal',
  title: 'Add deal',
  description: 'Adds a new deal.',
  agentHint:
    'Adds a deal each time it is called: search with searchDeals first, as Pipedrive keeps duplicates; a request that is not qualified yet is a lead, see addLead.',
  effect: 'create',
  properties: {
    deal: object({
      label: 'Deal',
      required: true,
      properties: {
        ...dealProperties,
        title: required(dealProperties.title),
        value: { ...dealProperties.value, defaultValue: '0' },
        status: { ...dealProperties.status, defaultValue: 'open' },
        lost_reason: { ...dealProperties.lost_reason, displayCondition: "deal.status == 'lost'" },
        won_time: { ...dealProperties.won_time, displayCondition: "deal.status == 'won'" },
        lost_time: { ...dealProperties.lost_time, displayCondition: "deal.status == 'lost'" },
        custom_fields: newCustomFields('deal'),
      },
    }),
  },
  output: inBody({ data: { ...Deal, required: true } }),
  sampleOutput: { body: { data: sampleDeal } },
  *perform({ deal: { custom_fields: given, ...deal } }) {
    const fields = yield* customFieldsMember(given, { kind: 'deal', path: 'deal.custom_fields' })
    const body = { ...dealBody(deal), ...fields }
    return yield* shown(yield* post('/api/v2/deals', { body, returns: DealRecord }))
  },
  findExisting: ({ deal }, lost) =>
    findCreated(lost, {
      owner: deal.user_id,
      name: deal.title,
      newest: newest('/api/v2/deals', DealRecord),
      hydrate: shown,
    }),
})

function* shown(deal: OutputOf<typeof DealRecord>) {
  return { body: { data: yield* single(toDeals([deal], { afterWrite: true })) } }
}
