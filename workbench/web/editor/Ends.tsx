import { UnstyledButton } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { Handle, Position, type NodeProps } from '@xyflow/react'
import type { FlowNode } from './flow.ts'
import classes from './NodeCard.module.css'
import { chooseFor } from './view.ts'

/** Where lines begin and end; nobody draws them by hand. */
export const Ends = () => (
  <>
    <Handle type="target" position={Position.Top} isConnectable={false} />
    <Handle type="source" position={Position.Bottom} isConnectable={false} />
  </>
)

/** Holds the place of the trigger. */
export const StartNode = () => (
  <div className={classes.empty}>
    <IconBolt size={18} aria-hidden />
    <span>
      No trigger: it runs when you press Run. Drop a trigger here to start it by an event.
    </span>
  </div>
)

export const EndNode = ({ data: { index } }: NodeProps<FlowNode>) => (
  <>
    <UnstyledButton className={`${classes.end} nodrag`} onClick={() => chooseFor(index)}>
      <IconPlus size={16} aria-hidden />
      Add a step
    </UnstyledButton>
    <Ends />
  </>
)
