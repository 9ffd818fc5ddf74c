import type { Option } from '../fields/types.ts'

/** `include_labels=true` adds the labels' texts next to their ids. */
export const labelled = (
  known: readonly Option[],
  ids: readonly number[],
  wanted: boolean | undefined,
) => {
  if (!wanted) return {}
  return {
    labels: ids.map(id => ({ id, label: known.find(label => label.id === id)?.label ?? '' })),
  }
}
