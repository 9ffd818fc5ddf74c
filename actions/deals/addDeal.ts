import { addAction } from '../../component/addAction.ts'
import { addedDeal } from '../../component/newRecords.ts'
import { newDeal } from '../../component/properties/deal.ts'
import { dealType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#addDeal */
export const addDeal = addAction({
  name: 'addDeal',
  title: 'Add deal',
  description: 'Adds a new deal.',
  agentHint:
    'Adds a deal each time it is called, as Pipedrive keeps duplicates; findOrCreateDeal does so only where there is none; searchDeals finds those that there are; for a request that is not qualified yet use addLead.',
  properties: { deal: newDeal },
  type: dealType,
  add: ({ deal }) => addedDeal(deal),
})
