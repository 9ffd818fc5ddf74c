import { useMemo, useState, type DragEvent } from 'react'
import { useComputedColorScheme } from '@mantine/core'
import {
  Background,
  Controls,
  ReactFlow,
  useReactFlow,
  type NodeChange,
  type OnNodeDrag,
} from '@xyflow/react'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { addOperation, moveTo } from './actions.ts'
import { EndNode, StartNode } from './Ends.tsx'
import { flowOf, type FlowNode } from './flow.ts'
import { card, gapAt, layout } from './layout.ts'
import { Line } from './Line.tsx'
import { NodeCard } from './NodeCard.tsx'
import { offersOf } from './offers.ts'
import { dragType } from './PaletteItem.tsx'
import { useSelectedInSight, useStartingView } from './sight.ts'
import { useEditor } from './store.ts'
import { focusCard, showDrop } from './view.ts'

const nodeTypes = { start: StartNode, trigger: NodeCard, task: NodeCard, end: EndNode }
const edgeTypes = { line: Line }
const fitting = { maxZoom: 1, padding: 0.15 } as const

/** Is worked out again when nodes come, go or move, and not while a form is filled in. */
const useFlow = () => {
  const order = useEditor(({ workflow }) =>
    workflow ? JSON.stringify(layout(workflow.definition)) : '[]',
  )
  return useMemo(() => {
    const definition = useEditor.getState().workflow?.definition
    return flowOf(order && definition ? layout(definition) : [])
  }, [order])
}

const open = (name: string | undefined) => {
  if (name === undefined) return
  useEditor.getState().select(name)
  // The keys of the card work from here on.
  focusCard(name)
}

/** The workflow from top to bottom. Tasks are dragged up and down, and operations dropped in. */
export const Canvas = ({ manifest }: { manifest: ComponentManifest }) => {
  const { placed, nodes, edges } = useFlow()
  const colorMode = useComputedColorScheme('light')
  const { screenToFlowPosition } = useReactFlow()
  useStartingView(placed)
  useSelectedInSight(placed)
  const [held, setHeld] = useState<{ readonly id: string; readonly y: number }>()

  const shown = useMemo(
    () =>
      nodes.map(node => (node.id === held?.id ? { ...node, position: { x: 0, y: held.y } } : node)),
    [nodes, held],
  )
  const gapUnder = (y: number) => gapAt(placed, y + card.height / 2)
  const follow = (changes: readonly NodeChange<FlowNode>[]) => {
    for (const change of changes)
      if (change.type === 'position' && change.dragging && change.position) {
        setHeld({ id: change.id, y: change.position.y })
        showDrop(gapUnder(change.position.y))
      }
  }
  const letGo: OnNodeDrag<FlowNode> = (_, { data: { name } }) => {
    if (held && name !== undefined) moveTo(name, gapUnder(held.y))
    setHeld(undefined)
    showDrop(undefined)
  }

  const dropGap = ({ clientX, clientY }: DragEvent) =>
    gapAt(placed, screenToFlowPosition({ x: clientX, y: clientY }).y)
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    showDrop(dropGap(event))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    showDrop(undefined)
    const operation = event.dataTransfer.getData(dragType)
    const offers = offersOf(manifest).flatMap(group => group.offers)
    const offer = offers.find(each => each.operation === operation)
    if (offer) addOperation(manifest, offer, dropGap(event))
  }

  return (
    <ReactFlow
      aria-label="Workflow"
      nodes={shown}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={follow}
      onNodeDragStop={letGo}
      onDragOver={dragOver}
      onDragLeave={() => showDrop(undefined)}
      onDrop={drop}
      colorMode={colorMode}
      fitViewOptions={fitting}
      minZoom={0.2}
      maxZoom={1.5}
      nodeDragThreshold={4}
      nodesFocusable={false}
      edgesFocusable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      panOnScroll
      onNodeClick={(_, { data: { name } }) => open(name)}
      onPaneClick={() => useEditor.getState().select(undefined)}
    >
      <Background gap={24} />
      <Controls showInteractive={false} fitViewOptions={fitting} />
    </ReactFlow>
  )
}
