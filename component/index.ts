import { actions } from '../actions/index.ts'
import { pipedriveConnection } from '../connection/index.ts'
import { component, memberAt } from '../definitions/index.ts'
import { triggers } from '../triggers/index.ts'
import { changes } from '../triggers/changes.ts'
import { simulate } from '../triggers/simulate.ts'
import { budget } from './budget.ts'
import { currentRecord } from './currentRecord.ts'
import { customAction } from './customAction.ts'
import { withFieldNames } from './customFields/explain.ts'
import { outdatedNames } from './customFields/outdated.ts'
import { rateLimits } from './rateLimits.ts'
import { recordPagesOf, recordsOf, subjectsOf } from './subjects.ts'
import { scopeHint } from './scopes.ts'
import { tokenCost } from './tokenCosts.ts'
import { webOrigin } from './webOrigin.ts'

/** Where the record of an action stands in its output; a trigger puts out the record itself. */
const recordPath = 'body.data'

const subjects = subjectsOf([...actions, ...triggers])

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
  limits: rateLimits,
  tokenCost,
  scopeHint,
  budget,
  actions,
  recordPath,
  records: recordsOf([...actions, ...triggers]),
  subjects,
  recordPages: { ...recordPagesOf(actions, recordPath), ...recordPagesOf(triggers, '') },
  webOrigin,
  currentRecord,
  explain: (operation, error, input) => withFieldNames(subjects[operation]?.record, error, input),
  outdatedNames: (input, output) => outdatedNames(input, memberAt(output, recordPath)),
  customAction,
  triggers,
  changes,
  simulate,
})
