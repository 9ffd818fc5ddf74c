import { useMemo, useState, type DragEvent } from 'react'
import { useComputedColorScheme } from '@mantine/core'
import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import {
  Background,
  ControlButton,
  Controls,
  MiniMap,
  ReactFlow,
  useReactFlow,
  type NodeChange,
  type NodeMouseHandler,
  type OnNodeDrag,
} from '@xyflow/react'
import { useShallow } from 'zustand/react/shallow'
import type { ComponentManifest } from '../../../definitions/index.ts'
import { focusCard } from '../shared/focusCard.ts'
import { paletteOf } from '../workflow/palette.ts'
import { selectTaskNames, selectTriggerNames } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import { addOperation, moveTo } from './actions.ts'
import { Edge } from './Edge.tsx'
import { flowOf, type FlowNode } from './flow.ts'
import { card, gapAt, layout } from './layout.ts'
import { NodeCard } from './NodeCard.tsx'
import { dragType, triggerDragType } from './PaletteItem.tsx'
import { EndNode, StartNode } from './StartEndNodes.tsx'
import { clearDropGap, setDropGap, triggerGap, useUiState } from './uiState.ts'
import { useSelectedInView, useStartingView } from './viewport.ts'

const nodeTypes = { start: StartNode, trigger: NodeCard, task: NodeCard, end: EndNode }
const edgeTypes = { line: Edge }
const fitting = { maxZoom: 1, minZoom: 0.05, padding: 0.15 } as const
/** Where fewer nodes are, all of them are in sight. */
const mapFrom = 12

/** Is worked out again when nodes come, go or move, and not while a form is filled in. */
const useFlow = () => {
  const triggers = useEditor(useShallow(selectTriggerNames))
  const tasks = useEditor(useShallow(selectTaskNames))
  return useMemo(() => flowOf(layout({ triggers, tasks })), [triggers, tasks])
}

const closePanel = () => useEditor.getState().select(undefined)

const openNode: NodeMouseHandler<FlowNode> = (_, { data: { name } }) => {
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
  useSelectedInView(placed)
  const [dragged, setDragged] = useState<{ readonly id: string; readonly y: number }>()

  const shown = useMemo(
    () =>
      nodes.map(node =>
        node.id === dragged?.id ? { ...node, position: { x: 0, y: dragged.y } } : node,
      ),
    [nodes, dragged],
  )
  const gapUnder = (y: number) => gapAt(placed, y + card.height / 2)
  const drag = (changes: readonly NodeChange<FlowNode>[]) => {
    for (const change of changes)
      if (change.type === 'position' && change.dragging && change.position) {
        setDragged({ id: change.id, y: change.position.y })
        setDropGap(gapUnder(change.position.y))
      }
  }
  const stopDragging: OnNodeDrag<FlowNode> = (_, { data: { name } }) => {
    if (dragged && name !== undefined) moveTo(name, gapUnder(dragged.y))
    setDragged(undefined)
    setDropGap(undefined)
  }

  const dropGap = ({ clientX, clientY }: DragEvent) =>
    gapAt(placed, screenToFlowPosition({ x: clientX, y: clientY }).y)
  const dragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    const isTrigger = event.dataTransfer.types.includes(triggerDragType)
    setDropGap(isTrigger ? triggerGap : dropGap(event))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setDropGap(undefined)
    const operation = event.dataTransfer.getData(dragType)
    const entries = paletteOf(manifest).flatMap(group => group.entries)
    const entry = entries.find(each => each.operation === operation)
    if (entry) addOperation(manifest, entry, dropGap(event))
  }

  return (
    <ReactFlow
      aria-label="Workflow"
      nodes={shown}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={drag}
      onNodeDragStop={stopDragging}
      onDragOver={dragOver}
      onDragLeave={clearDropGap}
      onDrop={drop}
      colorMode={colorMode}
      fitViewOptions={fitting}
      minZoom={0.05}
      maxZoom={1.5}
      nodeDragThreshold={4}
      nodesFocusable={false}
      edgesFocusable={false}
      nodesConnectable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      panOnScroll
      onNodeClick={openNode}
      onPaneClick={closePanel}
    >
      <Background gap={24} />
      <Controls showInteractive={false} fitViewOptions={fitting}>
        <ControlButton
          title="Find a step (Ctrl K)"
          aria-label="Find a step"
          onClick={() => useUiState.setState({ dialog: 'find' })}
        >
          <IconSearch aria-hidden />
        </ControlButton>
        <ControlButton
          title="Keyboard shortcuts (?)"
          aria-label="Keyboard shortcuts"
          onClick={() => useUiState.setState({ dialog: 'shortcuts' })}
        >
          <IconKeyboard aria-hidden />
        </ControlButton>
      </Controls>
      {placed.length > mapFrom && <MiniMap pannable zoomable ariaLabel="Map of the workflow" />}
    </ReactFlow>
  )
}
