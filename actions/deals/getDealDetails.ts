import { action, integer } from '../../definitions/index.ts'
import { dealIncludeFields, includeLabels } from '../../component/optionalFields.ts'
import { inBody } from '../../component/listActions.ts'
import { get } from '../../component/api.ts'
import { deals } from '../../component/options/records.ts'
import { toDeals, single } from '../../component/toOutput.ts'
import { sampleDeal } from '../../component/samples.ts'
import { Deal } from '../../component/outputSchemas.ts'
import { DealRecord } from '../../component/apiSchemas.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#getDeal */
export const getDealDetails = action({
  name: 'getDealDetails',
  title: 'Get details of a deal',
  description: 'Returns the details of a specific deal.',
  agentHint: 'Reads one deal whose id is known, with all its fields; searchDeals finds the id.',
  effect: 'read',
  properties: {
    id: integer({ label: 'Deal', required: true, optionsDataSource: deals, minValue: 1 }),
    include_fields: dealIncludeFields,
    include_labels: includeLabels,
  },
  output: inBody({ data: { ...Deal, required: true } }),
  sampleOutput: { body: { data: sampleDeal } },
  *perform({ id, ...query }) {
    const deal = yield* get('/api/v2/deals/{id}', { params: { id }, query, returns: DealRecord })
    return { body: { data: yield* single(toDeals([deal])) } }
  },
})
