import { byName } from '../../component/findBy.ts'
import { findOrCreateAction, findProperties } from '../../component/findOrCreateAction.ts'
import { addedDeal } from '../../component/newRecords.ts'
import { newDeal } from '../../component/properties/deal.ts'
import { dealType } from '../../component/recordTypes.ts'

/** https://developers.pipedrive.com/docs/api/v1/Deals#searchDeals */
export const findOrCreateDeal = findOrCreateAction({
  name: 'findOrCreateDeal',
  title: 'Find or create deal',
  description:
    'Finds a deal that is not archived by an exact value, or adds it. One that is found stays as is.',
  agentHint:
    'Adds a deal only where none has its title or custom field; updateDeal changes one that was found.',
  properties: {
    ...findProperties(['title', 'custom_field'], 'title'),
    deal: newDeal,
  },
  type: dealType,
  wanted: ({ match_by, deal, ...rest }) => ({
    ...rest,
    by: match_by === 'title' ? byName('deal.title', 'title', deal.title) : undefined,
    record: addedDeal(deal),
  }),
})
