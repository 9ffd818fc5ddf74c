import { UnstyledButton } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { Handle, Position, type NodeProps } from '@xyflow/react'
import { selectHasTasks } from '../workflow/selectors.ts'
import { useEditor } from '../workflow/store.ts'
import type { FlowNode } from './flow.ts'
import classes from './NodeCard.module.css'
import { openPaletteAt, triggerGap, useUiState } from './uiState.ts'

/** Ends of the lines, which are not drawn by hand. */
export const Handles = () => (
  <>
    <Handle type="target" position={Position.Top} isConnectable={false} />
    <Handle type="source" position={Position.Bottom} isConnectable={false} />
  </>
)

/** On the line below a card. */
export const AddHere = ({ label, gap }: { label: string; gap: number }) => (
  <button
    type="button"
    className={`${classes.plus} nodrag`}
    aria-label={label}
    onClick={event => {
      event.stopPropagation()
      openPaletteAt(gap)
    }}
  >
    <IconPlus size={15} aria-hidden />
  </button>
)

/** Holds the place of the trigger. */
export const StartNode = () => {
  const hasTasks = useEditor(selectHasTasks)
  const isTarget = useUiState(ui => ui.dropGap === triggerGap)
  return (
    <>
      <div className={classes.empty} data-target={isTarget || undefined}>
        <IconBolt size={18} aria-hidden />
        <span>No trigger: it runs when you press Run. Add a trigger to run it on events.</span>
      </div>
      <Handles />
      {hasTasks && <AddHere label="Add a step at the start" gap={0} />}
    </>
  )
}

export const EndNode = ({ data: { index } }: NodeProps<FlowNode>) => (
  <>
    <UnstyledButton className={`${classes.end} nodrag`} onClick={() => openPaletteAt(index)}>
      <IconPlus size={16} aria-hidden />
      Add a step
    </UnstyledButton>
    <Handles />
  </>
)
