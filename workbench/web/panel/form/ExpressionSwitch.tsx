import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFunction } from '@tabler/icons-react'
import { usePanelNode } from '../nodeContext.ts'
import type { ExpressionMode } from './expressionMode.ts'

interface Props {
  readonly label: string
  readonly mode: ExpressionMode
}

/** Nothing to switch to where there are no data yet. */
export const ExpressionSwitch = ({ label, mode: { isOn, switchTo } }: Props) => {
  const { sources } = usePanelNode()
  if (sources.length === 0 && !isOn) return null
  return (
    <Tooltip label={isOn ? 'Use a fixed value' : 'Use data from an earlier step'}>
      <ActionIcon
        variant={isOn ? 'light' : 'subtle'}
        color={isOn ? 'green' : 'gray'}
        size="sm"
        aria-label={`Data from an earlier step for ${label}`}
        aria-pressed={isOn}
        onClick={() => switchTo(!isOn)}
      >
        <IconFunction size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
