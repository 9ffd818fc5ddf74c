import { memo, type DragEvent } from 'react'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { OperationIcon } from '../shared/OperationIcon.tsx'
import type { PaletteEntry } from '../workflow/palette.ts'
import { clearDropGap } from './uiState.ts'
import classes from './Palette.module.css'

/** The kind of what is dragged; a browser hides the data itself until it is dropped. */
export const dragType = 'application/x-pipedrive-operation'
/** A trigger has one place, wherever it is dropped. */
export const triggerDragType = 'application/x-pipedrive-trigger'

interface Props {
  readonly entry: PaletteEntry
  /** The stop of the Tab key. */
  readonly isFirst: boolean
  readonly onAdd: (entry: PaletteEntry) => void
}

export const PaletteItem = memo(({ entry, isFirst, onAdd }: Props) => {
  const { operation, title, description } = entry
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, operation)
    if (entry.kind === 'trigger') event.dataTransfer.setData(triggerDragType, operation)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <Tooltip label={description} position="right" openDelay={600}>
      <UnstyledButton
        className={classes.item}
        data-palette-item
        tabIndex={isFirst ? 0 : -1}
        draggable
        onDragStart={drag}
        onDragEnd={clearDropGap}
        onClick={() => onAdd(entry)}
        aria-label={`Add ${title}`}
        aria-description={description}
      >
        <OperationIcon verb={entry.verb} size={24} />
        <span className={classes.title}>{title}</span>
      </UnstyledButton>
    </Tooltip>
  )
})
