import { member } from '../../../../definitions/index.ts'
import type { Credential } from './connect.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Rest } from './rest.ts'
import { callable, nodeOf, type WorkflowNode } from './workflows.ts'

const count = 1_000
const wrongAt = 500

/** A thousand items at once, of which one is wrong: it says so, and the others are written. */
export const runManyItems = async (rest: Rest, credential: Credential): Promise<Outcome> => {
  const parameters = { fieldToSplitOut: 'body.organizations', options: {} }
  const split: WorkflowNode = {
    ...{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
    ...{ position: [200, 0], parameters },
  }
  const node = nodeOf(
    'pipedriveComponent',
    'Pipedrive',
    { resource: 'organization', operation: 'create', name: '={{ $json.name }}' },
    credential,
  )
  const made = { ...node, onError: 'continueRegularOutput' }
  const organizations = Array.from({ length: count }, (_, at) => ({
    name: at === wrongAt ? ['wrong'] : `Item ${at}`,
  }))
  const { status, items } = await (
    await callable(rest, 'items', [split, made])
  ).run({ organizations })
  const wrong = items[wrongAt]
  const done = items.filter(item => typeof member(item, 'id') === 'number')
  return outcomeOf(
    {
      'every item is answered': status === 200 && items.length === count,
      'the others are written': done.length === count - 1,
      'the wrong one names its field': String(member(wrong, 'error')).startsWith('Name: '),
      'the wrong one says what to do': /Nothing was sent/.test(String(member(wrong, 'details'))),
    },
    { status, items: items.length, done: done.length, wrong },
  )
}
