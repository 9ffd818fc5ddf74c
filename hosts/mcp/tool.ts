import type { Action } from '../../definitions/index.ts'
import type { Client, RequestRecord, Signal, Warning } from '../../engine/index.ts'
import type { OpenLists } from './openLists.ts'
import type { ToolListing } from './sdk.d.ts'

/** What a tool works with while it is called. */
export interface CallContext {
  /** Refuses what is not allowed, and asks before it deletes. */
  readonly client: Client
  readonly signal: Signal
  readonly onRequest: (record: RequestRecord) => void
  /** Of each of the two forms of an answer. */
  readonly maxBytes: number
  readonly lists: OpenLists
}

/** What a tool has to say, before it is put into the form of the protocol. */
export interface Answer {
  readonly structured: Readonly<Record<string, unknown>>
  /** One line for people and for models that read text only. */
  readonly summary: string
  /** The same as `structured`, in fewer words. */
  readonly text: string
  readonly warnings?: readonly Warning[]
}

export interface Tool {
  readonly listing: ToolListing
  /** The action that it runs; absent on a tool that only looks names up. */
  readonly action?: Action
  /** Throws a `ComponentError`. */
  call(given: Readonly<Record<string, unknown>>, context: CallContext): Promise<Answer>
}
