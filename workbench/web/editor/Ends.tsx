import { UnstyledButton } from '@mantine/core'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import type { NodeProps } from '@xyflow/react'
import type { FlowNode } from './flow.ts'
import classes from './NodeCard.module.css'
import { chooseFor } from './view.ts'

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
  <UnstyledButton className={`${classes.end} nodrag`} onClick={() => chooseFor(index)}>
    <IconPlus size={16} aria-hidden />
    Add a step
  </UnstyledButton>
)
