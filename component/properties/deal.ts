import {
  array,
  boolean,
  date,
  dateTime,
  integer,
  number,
  string,
  object,
  required,
} from '../../definitions/index.ts'
import { newCustomFields } from '../customFields/property.ts'
import { dealLabels } from '../options/fieldOptions.ts'
import { organizations, persons } from '../options/records.ts'
import { currencies, pipelines, stagesOfDealPipeline, users } from '../options/settings.ts'
import { visibleTo } from './parts.ts'

/** What can be said of a deal, new or not. https://developers.pipedrive.com/docs/api/v1/Deals */
export const dealProperties = {
  title: string({ label: 'Title', minLength: 1 }),
  value: string({
    label: 'Value',
    description: 'A decimal number, such as 99.50.',
    regex: '^-?\\d{1,16}(\\.\\d{1,20})?(e-\\d{1,3})?$',
    patternMessage: 'a number',
  }),
  currency: string({
    label: 'Currency',
    description: 'New deals get the default currency of the user when empty.',
    optionsDataSource: currencies,
  }),
  user_id: integer({
    label: 'User',
    description: 'Owner of the deal; new ones get the connected user when empty.',
    optionsDataSource: users,
    minValue: 1,
  }),
  person_id: integer({ label: 'Person', optionsDataSource: persons, minValue: 1 }),
  org_id: integer({ label: 'Organization', optionsDataSource: organizations, minValue: 1 }),
  pipeline_id: integer({ label: 'Pipeline', optionsDataSource: pipelines, minValue: 1 }),
  stage_id: integer({
    label: 'Stage',
    description: 'A stage of the pipeline; new deals begin in its first one when empty.',
    optionsDataSource: stagesOfDealPipeline,
    minValue: 1,
  }),
  status: string({ label: 'Status', options: ['open', 'won', 'lost'] }),
  expected_close_date: date({ label: 'Expected Close Date' }),
  probability: number({
    label: 'Probability',
    description: 'In percent.',
    minValue: 0,
    maxValue: 100,
  }),
  lost_reason: string({ label: 'Lost Reason' }),
  won_time: dateTime({ label: 'Won Time', description: 'The time of the change when empty.' }),
  lost_time: dateTime({ label: 'Lost Time', description: 'The time of the change when empty.' }),
  close_time: dateTime({ label: 'Close Time', description: 'Only of deals that are won or lost.' }),
  label_ids: array({
    label: 'Labels',
    placeholder: 'Add to Labels',
    items: integer({ optionsDataSource: dealLabels }),
  }),
  visible_to: visibleTo,
  is_archived: boolean({ label: 'Archived' }),
}

/** The form of a new one. */
export const newDeal = object({
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
})
