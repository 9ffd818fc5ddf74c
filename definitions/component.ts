import type { Action } from './action.ts'
import type { Connection } from './connection.ts'
import type { Trigger } from './trigger.ts'

export interface Component {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: number
  readonly icon: string
  readonly componentCategories: readonly string[]
  readonly connection: Connection
  readonly actions: readonly Action[]
  /** One extra operation that makes any call of the API. */
  readonly customAction: Action
  readonly triggers: readonly Trigger[]
}

export const component = (definition: Component): Component => definition
