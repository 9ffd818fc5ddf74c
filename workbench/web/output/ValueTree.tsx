import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { Tree, useTree, type RenderTreeNodePayload, type TreeNodeData } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import classes from './values.module.css'
import type { ValueNode } from './values.ts'

interface Props {
  readonly label: string
  readonly nodes: readonly ValueNode[]
  /** Nothing is folded away; otherwise only the way to where there is something to see is open. */
  readonly isOpen?: boolean
  /** What stands behind the name of a value. */
  readonly draw: (node: ValueNode) => ReactNode
  /** Enter on a value. */
  readonly onEnter?: (node: ValueNode) => void
}

/** Values within values, to be unfolded with the mouse or the arrow keys. */
export const ValueTree = ({ label, nodes, isOpen = false, draw, onEnter }: Props) => {
  const byPath = useMemo(
    () => new Map(nodes.flatMap(withDescendants).map(node => [node.path, node])),
    [nodes],
  )
  // The tree starts anew whenever it is given other data, so the same nodes must stay the same data.
  const data = useMemo(() => nodes.map(toNode), [nodes])
  const tree = useTree({ initialExpandedState: expanded(nodes, isOpen) })
  const enter = (event: KeyboardEvent) => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['value'] : undefined
    const node = at === undefined ? undefined : byPath.get(at)
    if (event.key === 'Enter' && node) onEnter?.(node)
  }
  const render = ({ node: { value: path }, hasChildren, elementProps }: RenderTreeNodePayload) => {
    const node = byPath.get(path)
    return (
      <div {...elementProps} className={`${elementProps.className} ${classes.node}`}>
        <IconChevronRight
          size={14}
          className={classes.chevron}
          data-leaf={!hasChildren || undefined}
          aria-hidden
        />
        {node && draw(node)}
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

const toNode = ({ path, name, children }: ValueNode): TreeNodeData => ({
  value: path,
  label: name,
  ...(children.length > 0 && { children: children.map(toNode) }),
})

const withDescendants = (node: ValueNode): readonly ValueNode[] => [
  node,
  ...node.children.flatMap(withDescendants),
]

const maxRootsOpened = 2
const maxChildrenOpened = 2

/** Opens branches that offer hardly any choice. */
const expanded = (nodes: readonly ValueNode[], all: boolean): Record<string, boolean> => {
  const open = all
    ? nodes.flatMap(withDescendants)
    : nodes.length <= maxRootsOpened
      ? nodes.flatMap(openByDefault)
      : []
  return Object.fromEntries(open.map(({ path }) => [path, true]))
}

const openByDefault = (node: ValueNode): readonly ValueNode[] => [
  node,
  ...(node.children.length <= maxChildrenOpened ? node.children.flatMap(openByDefault) : []),
]
