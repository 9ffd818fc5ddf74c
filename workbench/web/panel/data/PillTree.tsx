import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { Tree, useTree, type RenderTreeNodePayload, type TreeNodeData } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { Pill } from './pills.ts'
import classes from './data.module.css'

interface Props {
  readonly label: string
  readonly pills: readonly Pill[]
  /** Nothing is folded away; otherwise only the way to where there is something to see is open. */
  readonly isOpen?: boolean
  /** What stands behind the name of a value. */
  readonly draw: (pill: Pill) => ReactNode
  /** Enter on a value. */
  readonly onEnter?: (pill: Pill) => void
}

/** Values within values, to be unfolded with the mouse or the arrow keys. */
export const PillTree = ({ label, pills, isOpen = false, draw, onEnter }: Props) => {
  const byPath = useMemo(() => new Map(pills.flatMap(flat).map(pill => [pill.path, pill])), [pills])
  // The tree starts anew whenever it is given other data, so the same pills must stay the same data.
  const data = useMemo(() => pills.map(toNode), [pills])
  const tree = useTree({ initialExpandedState: expanded(pills, isOpen) })
  const enter = (event: KeyboardEvent) => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['value'] : undefined
    const pill = at === undefined ? undefined : byPath.get(at)
    if (event.key === 'Enter' && pill) onEnter?.(pill)
  }
  const render = ({ node, hasChildren, elementProps }: RenderTreeNodePayload) => {
    const pill = byPath.get(node.value)
    return (
      <div {...elementProps} className={`${elementProps.className} ${classes.pill}`}>
        <IconChevronRight
          size={14}
          className={classes.chevron}
          data-leaf={!hasChildren || undefined}
          aria-hidden
        />
        {pill && draw(pill)}
      </div>
    )
  }
  return (
    <Tree
      aria-label={label}
      data={data}
      tree={tree}
      levelOffset={14}
      renderNode={render}
      onKeyDown={enter}
    />
  )
}

const toNode = ({ path, name, children }: Pill): TreeNodeData => ({
  value: path,
  label: name,
  ...(children.length > 0 && { children: children.map(toNode) }),
})

const flat = (pill: Pill): readonly Pill[] => [pill, ...pill.children.flatMap(flat)]

const fewPills = 2
const fewPlaces = 2

/** Steps that lead to a few places only are no steps that anybody wants to take by hand. */
const expanded = (pills: readonly Pill[], all: boolean): Record<string, boolean> => {
  const open = all ? pills.flatMap(flat) : pills.length <= fewPills ? pills.flatMap(straight) : []
  return Object.fromEntries(open.map(({ path }) => [path, true]))
}

const straight = (pill: Pill): readonly Pill[] => [
  pill,
  ...(pill.children.length <= fewPlaces ? pill.children.flatMap(straight) : []),
]
