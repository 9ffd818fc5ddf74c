import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useClearing } from './clearing.ts'
import type { Control } from './useControl.ts'

/** Only where null means to clear. An empty field leaves the record as it is. */
export const ClearButton = ({ control }: { control: Control }) => {
  const clearing = useClearing(control)
  if (!clearing) return null
  return (
    <Tooltip label="Clear it in the record. An empty field changes nothing.">
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`Clear ${control.label} in the record`}
        onClick={clearing.clear}
      >
        <IconEraser size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
