import { memo, useId, type KeyboardEvent } from 'react'
import { IconPuzzle } from '@tabler/icons-react'
import type { NodeProps } from '@xyflow/react'
import { operationOf, useComponent } from '../shared/component.ts'
import { cardId } from '../shared/focusCard.ts'
import { OperationIcon } from '../shared/OperationIcon.tsx'
import { useRun } from '../workflow/run.ts'
import { useNodeLabel, useNodeType } from '../workflow/selectors.ts'
import { setDisabled } from '../workflow/pins.ts'
import { nodeIn, useEditor } from '../workflow/store.ts'
import { copy, duplicate, moveBy, remove } from './actions.ts'
import type { FlowNode } from './flow.ts'
import classes from './NodeCard.module.css'
import { NodeMenu } from './NodeMenu.tsx'
import { NodeState } from './NodeState.tsx'
import { NodeMarks, NodeNotes, NodeSummary } from './NodeSummary.tsx'
import { AddHere, Handles } from './StartEndNodes.tsx'
import { triggerGap, useUiState } from './uiState.ts'
import { useBringIntoView } from './viewport.ts'

/** A trigger can't be: the workflow is turned off instead. */
const toggleDisabled = (name: string) => {
  const { workflow } = useEditor.getState()
  const task = workflow?.definition.tasks.find(task => task.name === name)
  if (task) setDisabled(name, task.disabled !== true)
}

const hasMod = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey

/** What the keyboard does on a card; Enter opens it, as a click does. */
const onKeyDown = (event: KeyboardEvent, name: string) => {
  const does = () => {
    if (event.key === 'Delete' || event.key === 'Backspace') return remove(name)
    if (event.key === 'Escape') return useEditor.getState().select(undefined)
    if (event.key === 'd' && !hasMod(event)) return toggleDisabled(name)
    if (event.key === 'F2') return useUiState.setState({ renaming: name })
    if (hasMod(event) && event.key === 'd') return duplicate(name)
    if (hasMod(event) && event.key === 'c') return void copy(name)
    if (event.altKey && event.key === 'ArrowUp') return moveBy(name, -1)
    if (event.altKey && event.key === 'ArrowDown') return moveBy(name, 1)
    return 'nothing'
  }
  if (does() !== 'nothing') event.preventDefault()
}

export const NodeCard = memo(({ type, data, positionAbsoluteY }: NodeProps<FlowNode>) => {
  const { name = '', index } = data
  const summaryId = useId()
  const bringIntoView = useBringIntoView()
  const label = useNodeLabel(name)
  const operationType = useNodeType(name)
  const isDisabled = useEditor(editor => nodeIn(editor, name)?.disabled === true)
  const isSelected = useEditor(({ selected }) => selected === name)
  const isLast = useEditor(({ workflow }) => workflow?.definition.tasks.length === index + 1)
  const isTarget = useUiState(ui => type === 'trigger' && ui.dropGap === triggerGap)
  const state = useRun(({ nodes }) => nodes[name]?.state)
  const { data: manifest } = useComponent()
  if (operationType === undefined) return null
  const operation = manifest && operationOf(manifest, operationType)
  const title = operation?.title ?? operationType
  return (
    <>
      <div
        className={classes.card}
        data-selected={isSelected || undefined}
        data-disabled={isDisabled || undefined}
        data-target={isTarget || undefined}
        data-state={state}
      >
        <span className={classes.icon}>
          {operation ? (
            <OperationIcon verb={operation.subject?.verb} size={32} />
          ) : (
            <IconPuzzle size={28} stroke={1.5} aria-hidden />
          )}
        </span>
        <div className={classes.content}>
          <button
            type="button"
            id={cardId(name)}
            className={classes.open}
            dir="auto"
            aria-describedby={summaryId}
            aria-expanded={isSelected}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Control+C Control+D D Delete F2"
            onKeyDown={event => onKeyDown(event, name)}
            onFocus={() => bringIntoView(positionAbsoluteY)}
          >
            {label || name}
          </button>
          <NodeSummary
            id={summaryId}
            name={name}
            label={label}
            title={title}
            operation={operation}
          />
          <div className={classes.foot}>
            <span className={classes.name}>{name}</span>
            <NodeNotes name={name} />
            <NodeMarks name={name} />
            {!isDisabled && <NodeState name={name} operation={operation} />}
          </div>
        </div>
        <div onClick={event => event.stopPropagation()}>
          <NodeMenu name={name} isTask={type === 'task'} />
        </div>
      </div>
      <Handles />
      {!isLast && <AddHere label={`Add a step after ${label || name}`} gap={index + 1} />}
    </>
  )
})
