import type { Edge, Node } from '@xyflow/react'
import { card, linesBetween, type Placed } from './layout.ts'

export type FlowNode = Node<{ readonly name: string | undefined; readonly index: number }>
export type FlowEdge = Edge<{ readonly gap: number }>

/** Cards are all of one size, which is told here so that nothing has to be measured first. */
const nodeOf = ({ id, name, kind, index, y }: Placed): FlowNode => ({
  id,
  type: kind,
  position: { x: 0, y },
  data: { name, index },
  width: card.width,
  height: card.height,
  measured: card,
  draggable: kind === 'task',
})

export const flowOf = (placed: readonly Placed[]) => ({
  placed,
  nodes: placed.map(nodeOf),
  edges: linesBetween(placed).map(({ gap, ...line }): FlowEdge => ({
    ...line,
    type: 'line',
    data: { gap },
  })),
})
