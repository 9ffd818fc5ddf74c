import { pipedrive } from '../../../component/index.ts'
import { findAction, manifestOf, propertyAt } from '../../../engine/index.ts'
import type { Call } from './engine.ts'

/** The members of an action of the script that lead to the choices of `deal.user_id`, say. */
export const choicesAt = (action: string, path: string): Call['path'] => {
  const isList = propertyAt(manifestOf(findAction(pipedrive, action)), path)?.type === 'ARRAY'
  return [
    ...path.split('.').flatMap(name => ['properties', name]),
    // A list has none itself: its entries are chosen.
    ...(isList ? ['items', 0] : []),
    'options',
  ]
}
