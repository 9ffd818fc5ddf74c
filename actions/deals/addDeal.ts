import {
  action,
  date,
  exactNumber,
  InputError,
  integer,
  isExact,
  number,
  object,
  string,
  type OutputOf,
} from '../../definitions/index.ts'
import { inBody } from '../../component/listActions.ts'
import { post } from '../../component/api.ts'
import { customFieldsMember } from '../../component/customFields/input.ts'
import { newCustomFields } from '../../component/customFields/property.ts'
import { findCreated, newest } from '../../component/findExisting.ts'
import {
  currencies,
  pipelines,
  stagesOfDealPipeline,
  users,
} from '../../component/options/settings.ts'
import { organizations, persons } from '../../component/options/records.ts'
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
        title: string({ label: 'Title', required: true, minLength: 1 }),
        value: string({
          label: 'Value',
          description: 'A decimal number, such as 99.50.',
          defaultValue: '0',
          regex: '^-?\\d{1,16}(\\.\\d{1,20})?(e-\\d{1,3})?$',
          patternMessage: 'a number',
        }),
        currency: string({
          label: 'Currency',
          description: 'The default currency of the user when empty.',
          optionsDataSource: currencies,
        }),
        user_id: integer({
          label: 'User',
          description: 'Owner of the deal; the connected user when empty.',
          optionsDataSource: users,
          minValue: 1,
        }),
        person_id: integer({ label: 'Person', optionsDataSource: persons, minValue: 1 }),
        org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
        pipeline_id: integer({ label: 'Pipeline', optionsDataSource: pipelines, minValue: 1 }),
        stage_id: integer({
          label: 'Stage',
          description: 'A stage of the pipeline; its first one when empty.',
          optionsDataSource: stagesOfDealPipeline,
          minValue: 1,
        }),
        status: string({
          label: 'Status',
          options: ['open', 'won', 'lost'],
          defaultValue: 'open',
        }),
        expected_close_date: date({ label: 'Expected Close Date' }),
        probability: number({
          label: 'Probability',
          description: 'In percent.',
          minValue: 0,
          maxValue: 100,
        }),
        lost_reason: string({ label: 'Lost Reason', displayCondition: "deal.status == 'lost'" }),
        custom_fields: newCustomFields('deal'),
      },
    }),
  },
  output: inBody({ data: { ...Deal, required: true } }),
  sampleOutput: { body: { data: sampleDeal } },
  *perform({ deal: { user_id, value, custom_fields: given, ...deal } }) {
    const fields = yield* customFieldsMember(given, { kind: 'deal', path: 'deal.custom_fields' })
    const body = { ...deal, value: amount(value), owner_id: user_id, ...fields }
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

/** An amount that would be rounded is refused. */
const amount = (text: string): number => {
  const value = exactNumber(text)
  if (value !== undefined && isExact(value)) return value
  throw new InputError('deal.value', `${text} has more digits than a number holds`)
}

function* shown(deal: OutputOf<typeof DealRecord>) {
  return { body: { data: yield* single(toDeals([deal], { afterWrite: true })) } }
}
