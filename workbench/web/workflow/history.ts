import type { WorkflowView } from '../../api/index.ts'

/** What an edit changes, and the server keeps. */
export type Draft = Pick<WorkflowView, 'definition' | 'connectionId'>

export interface History {
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  /** What the last edit was about, and when: edits of one field in a row are one step. */
  readonly last?: { readonly about: string; readonly at: number }
}

export const emptyHistory: History = { past: [], future: [] }

const groupingWindowMs = 1_000
const maxDepth = 200

/** Remembers how it was before an edit. */
export const pushHistory = (
  { past, last }: History,
  before: Draft,
  at: number,
  about?: string,
): History => {
  const same = about !== undefined && last?.about === about && at - last.at < groupingWindowMs
  return {
    past: same ? past : [...past, before].slice(-maxDepth),
    future: [],
    ...(about !== undefined && { last: { about, at } }),
  }
}

export interface Step {
  readonly draft: Draft
  readonly history: History
}

export const undo = ({ past, future }: History, now: Draft): Step | undefined => {
  const draft = past.at(-1)
  return draft && { draft, history: { past: past.slice(0, -1), future: [now, ...future] } }
}

export const redo = ({ past, future }: History, now: Draft): Step | undefined => {
  const [draft, ...rest] = future
  return draft && { draft, history: { past: [...past, now], future: rest } }
}
