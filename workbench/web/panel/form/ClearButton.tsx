import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { usePanelNode } from '../nodeContext.ts'
import { useClearing } from './clearing.ts'
import { clearingWords } from './clearingWords.ts'
import type { Control } from './useControl.ts'

/** Only where null means to clear. An empty field leaves the record as it is. */
export const ClearButton = ({ control }: { control: Control }) => {
  const clearing = useClearing(control)
  const words = clearingWords(usePanelNode().operation)
  if (!clearing) return null
  return (
    <Tooltip label={words.hint}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.button(control.label)}
        onClick={clearing.clear}
      >
        <IconEraser size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
