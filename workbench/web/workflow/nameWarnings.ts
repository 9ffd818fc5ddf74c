import { useMemo } from 'react'
import type { NameWarning, NodeJson } from '../../api/index.ts'
import { useEditor } from './store.ts'

const none: readonly NameWarning[] = []

/** What has become in the account of the names of custom fields and options that a node uses. */
export const useNameWarnings = (node: string): readonly NameWarning[] => {
  const warnings = useEditor(({ workflow }) => workflow?.warnings) ?? none
  return useMemo(() => warnings.filter(warning => warning.node === node), [warnings, node])
}

const entriesOf = ({ metadata }: NodeJson) =>
  Object.values(metadata?.boundNames ?? {}).flatMap(names => Object.entries(names))

/** What a custom field was called when the workflow was saved. */
export const nameOfKey = (node: NodeJson, key: string): string | undefined =>
  entriesOf(node).find(([, bound]) => bound.key === key)?.[0]

/** The fields that a name in the node stands for, whatever they are called by now. */
export const keysOfName = (node: NodeJson, name: string): readonly string[] =>
  entriesOf(node).flatMap(([own, { key }]) => (own === name ? [key] : []))
