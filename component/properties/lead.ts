import { array, boolean, date, integer, number, object, string } from '../../definitions/index.ts'
import { organizations, persons } from '../options/records.ts'
import { currencies, leadLabels } from '../options/settings.ts'
import { owner } from '../sharedProperties.ts'
import { leadVisibleTo } from './parts.ts'

/** What can be said of a lead, new or not. https://developers.pipedrive.com/docs/api/v1/Leads */
export const leadProperties = {
  title: string({ label: 'Title', minLength: 1 }),
  owner_id: owner,
  label_ids: array({
    label: 'Lead Labels',
    placeholder: 'Add to Label Ids',
    items: string({ optionsDataSource: leadLabels }),
  }),
  person_id: integer({ label: 'Person', optionsDataSource: persons, minValue: 1 }),
  organization_id: integer({
    label: 'Organization',
    optionsDataSource: organizations,
    minValue: 1,
  }),
  value: object({
    label: 'Value',
    properties: {
      amount: number({ label: 'Amount', required: true }),
      currency: string({ label: 'Currency', required: true, optionsDataSource: currencies }),
    },
  }),
  expected_close_date: date({ label: 'Expected Close Date' }),
  visible_to: leadVisibleTo,
  was_seen: boolean({ label: 'Was Seen' }),
  channel: integer({ label: 'Channel', description: 'The id of a marketing channel.' }),
  channel_id: string({ label: 'Channel Id', description: 'Tells sources of one channel apart.' }),
}
