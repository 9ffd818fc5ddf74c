import type { NodeJson } from '../../api/index.ts'

/** What stands in for the output of a node; undefined where nothing does. */
export const pinOf = ({ metadata }: NodeJson): unknown => metadata?.pinned?.output
