import { actions } from '../actions/index.ts'
import { pipedriveConnection } from '../connection/index.ts'
import { component } from '../definitions/index.ts'
import { triggers } from '../triggers/index.ts'
import { customAction } from './customAction.ts'

/** The whole Pipedrive component. */
export const pipedrive = component({
  name: 'pipedrive',
  title: 'Pipedrive',
  description:
    'The first CRM designed by salespeople, for salespeople. Do more to grow your business.',
  version: 1,
  icon: 'path:component/icon.svg',
  componentCategories: ['CRM'],
  connection: pipedriveConnection,
  actions,
  customAction,
  triggers,
})

export { ApiError, NoAnswer } from './errors.ts'
export { tokenPrice } from './prices.ts'
