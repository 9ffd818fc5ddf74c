import type { FieldProblem, Problem } from './problem.ts'

/** Keys by kind of record and name, such as `{ "deal": { "Budget": { "key": "9f3c…" } } }`. */
export type BoundNames = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly key: string; readonly options?: Readonly<Record<string, number>> }>
    >
  >
>

/** A node as ByteChef writes it; `metadata` is the editor's own. */
export interface NodeJson {
  readonly name: string
  readonly label: string
  /** `pipedrive/v1/addDeal` */
  readonly type: string
  readonly description?: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** It is not run, and references to it take their fallback. */
  readonly disabled?: boolean
  readonly metadata?: {
    readonly ui?: { readonly x?: number; readonly y?: number }
    /** Stands in for what the node puts out in tests and runs by hand, but not in those of events. */
    readonly pinned?: { readonly output: unknown }
    /** Keys of the custom fields and options that are named in the node, as they were when it was saved. */
    readonly boundNames?: BoundNames
  }
}

export interface WorkflowJson {
  readonly label: string
  readonly description?: string
  readonly inputs?: readonly unknown[]
  readonly outputs?: readonly unknown[]
  readonly triggers: readonly NodeJson[]
  readonly tasks: readonly NodeJson[]
}

/** GET /api/workflows */
export interface WorkflowSummary {
  readonly id: string
  readonly label: string
  /** In the order in which they run. */
  readonly steps: readonly Pick<NodeJson, 'name' | 'label' | 'type'>[]
  readonly updatedAt: number
  readonly on: boolean
  /** The one that it is drawn with. */
  readonly connectionId: string | null
  /** The one that it is on with; null while it is off. */
  readonly activeConnectionId: string | null
  /** What has gone wrong with its being on or off; it is tried again by itself while it is on. */
  readonly activationError?: Problem
}

/**
 * POST /api/workflows { definition, connectionId? } → WorkflowView · GET, DELETE /api/workflows/:id
 * PUT /api/workflows/:id { definition, connectionId, version } → WorkflowView, or 409 with the current
 * one as `{ error, current }` where another tab has changed it since `version`.
 */
export interface WorkflowView extends WorkflowSummary {
  readonly version: number
  readonly definition: WorkflowJson
  /** Outputs of the last tests by the name of their node. */
  readonly samples: Readonly<Record<string, unknown>>
  /**
   * The version that it is on with. Changes made since then run by hand only; turning it on again
   * takes them over, without missing an event.
   */
  readonly onVersion?: number
  /** Where events arrive while it is on. */
  readonly webhookUrl?: string
  /** What keeps it from running; it can be saved all the same. Paths as `tasks[0].parameters.id`. */
  readonly problems: readonly FieldProblem[]
  /** Names in it that were changed in the account. */
  readonly warnings: readonly NameWarning[]
}

/** A name of a custom field or an option that is another by now, or gone. */
export interface NameWarning extends FieldProblem {
  /** Empty where it is about all of them; `path` is within the parameters of the node. */
  readonly node: string
}
