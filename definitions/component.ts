import type { Action } from './action.ts'
import type { Budget } from './budget.ts'
import type { Changes } from './change.ts'
import type { Connection } from './connection.ts'
import type { Exchange, HttpRequest } from './exchange.ts'
import type { RateLimits } from './limits.ts'
import type { RecordPage } from './recordPage.ts'
import type { RecordKind, Subject } from './subject.ts'
import type { Trigger } from './trigger.ts'

export interface Component {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly version: number
  readonly icon: string
  readonly componentCategories: readonly string[]
  readonly connection: Connection
  readonly limits: RateLimits
  /** What a request costs of the account's daily budget, in tokens. */
  tokenCost(request: Pick<HttpRequest, 'method' | 'path'>): number
  /** What to do where a call is refused because the app lacks a scope. */
  scopeHint?(request: Pick<HttpRequest, 'method' | 'path'>): string
  /** Where these tokens come from, and what they go into. */
  readonly budget: Budget
  readonly actions: readonly Action[]
  /** Where the record of an action stands in its output, such as `body.data`; empty for the output itself. */
  readonly recordPath: string
  /** The kinds of records that there are operations for, such as `deal`. */
  readonly records?: Readonly<Record<string, RecordKind>>
  /** What each operation is about, by its name. */
  readonly subjects?: Readonly<Record<string, Subject>>
  /** Where people see what an operation has put out, by its name. */
  readonly recordPages?: Readonly<Record<string, RecordPage>>
  /** Where people open the pages of the account, such as `https://company.pipedrive.com`. */
  webOrigin?(): Exchange<string>
  /** The error of an operation in words for people, such as names in place of keys. */
  explain?(operation: string, error: unknown, input: unknown): Exchange<unknown>
  /** Names in the input of a write that, as its output shows, were of other fields than by now. */
  outdatedNames?(input: unknown, output: unknown): Exchange<readonly ComponentWarning[]>
  /** The record that a write is about, as it is: null where there is none, undefined if unknown. */
  currentRecord?(request: HttpRequest): Exchange<unknown>
  /** One extra operation that makes any call of the API. */
  readonly customAction: Action
  readonly triggers: readonly Trigger[]
  /** Absent where events of own writes can't be recognized. */
  readonly changes?: Changes
  /** Makes the event of a trigger happen in the account, with these further members in its record. */
  simulate(trigger: string, members?: Readonly<Record<string, unknown>>): Exchange<SimulatedEvent>
}

/** What the user should know of a step that has succeeded. */
export interface ComponentWarning {
  /** From the input or the output. */
  readonly path: string
  readonly expected: string
  readonly got: string
}

/** The record that a simulated event was about. */
export interface SimulatedEvent {
  readonly id: number | string
  /** Deletes the record. */
  remove(): Exchange<void>
}

export const component = (definition: Component): Component => definition
