import { create } from 'zustand'

/** A key and its value, as typed. */
export interface KeyValueRow {
  readonly id: number
  readonly key: string
  readonly text: string
}

/** What was typed into a field and can't be saved yet. */
export type InvalidDraft = { readonly message: string } & (
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly KeyValueRow[] }
)

type DraftsOfNode = Readonly<Record<string, InvalidDraft>>

/** By workflow and node, then by the path of the field. They outlive the panel and the canvas. */
type Drafts = Readonly<Record<string, DraftsOfNode>>

const none: DraftsOfNode = {}

const keyOf = (workflowId: string, node: string) => `${workflowId} ${node}`

export const useInvalidDrafts = create<Drafts>()(() => ({}))

export const invalidDraftsOf = (workflowId: string | undefined, node: string) =>
  selectDraftsOf(workflowId, node)(useInvalidDrafts.getState())

export const selectDraftsOf =
  (workflowId: string | undefined, node: string) =>
  (drafts: Drafts): DraftsOfNode =>
    drafts[keyOf(workflowId ?? '', node)] ?? none

/** How many fields of these nodes hold something that is not saved. */
export const selectDraftCount =
  (workflowId: string | undefined, nodes: readonly string[]) =>
  (drafts: Drafts): number =>
    nodes
      .map(node => Object.keys(selectDraftsOf(workflowId, node)(drafts)).length)
      .reduce((sum, one) => sum + one, 0)

/** Undefined: the field is valid again. */
export const setInvalidDraft = (
  workflowId: string,
  node: string,
  path: string,
  draft: InvalidDraft | undefined,
) => {
  const { [path]: _, ...others } = invalidDraftsOf(workflowId, node)
  const ofNode = draft ? { ...others, [path]: draft } : others
  useInvalidDrafts.setState({ [keyOf(workflowId, node)]: ofNode })
}

export const renameInvalidDrafts = (workflowId: string, from: string, to: string) => {
  if (from === to) return
  const moved = invalidDraftsOf(workflowId, from)
  useInvalidDrafts.setState({ [keyOf(workflowId, from)]: none, [keyOf(workflowId, to)]: moved })
}

export const dropInvalidDrafts = (workflowId: string, node: string) =>
  useInvalidDrafts.setState({ [keyOf(workflowId, node)]: none })
